import { AskQuestion } from './ask-question.js';
import { CastBallot } from './cast-ballot.js';
import { CatchUp } from './catch-up.js';
import { Conversation } from './conversation.js';
import { ConversationExportController } from './conversation-export.controller.js';
import { ConversationOfSessionHandler } from './conversation-of-session.js';
import { ForgetTalkWhenSessionDeleted } from './forget-talk-when-session-deleted.js';
import { PartInRoomHandler } from './part-in-room.js';
import { RaiseHand } from './raise-hand.js';
import { React } from './react.js';
import { ReadTalk } from './read-talk.js';
import { RightToSpeak } from './right-to-speak.js';
import { RunPoll } from './run-poll.js';
import { SayInChat } from './say-in-chat.js';
import { SettleQuestion } from './settle-question.js';
import { TakeBackMessage } from './take-back-message.js';
import { TakeBackWords } from './take-back-words.js';
import { TakeBackWordsWhenRegistrationErased } from './take-back-words-when-registration-erased.js';
import { TakeBackWordsWhenTeammateErased } from './take-back-words-when-teammate-erased.js';
import { Talk } from './talk.js';
import { TellTalk } from './tell-talk.js';
import { VoteForQuestion } from './vote-for-question.js';

/** Everything that the conversation consists of, for the module. */
export const conversationParts = [
  AskQuestion,
  CastBallot,
  CatchUp,
  Conversation,
  ConversationOfSessionHandler,
  ForgetTalkWhenSessionDeleted,
  PartInRoomHandler,
  RaiseHand,
  React,
  ReadTalk,
  RightToSpeak,
  RunPoll,
  SayInChat,
  SettleQuestion,
  TakeBackMessage,
  TakeBackWords,
  TakeBackWordsWhenRegistrationErased,
  TakeBackWordsWhenTeammateErased,
  Talk,
  TellTalk,
  VoteForQuestion,
];

export const conversationControllers = [ConversationExportController];
