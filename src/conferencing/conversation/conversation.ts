import { Injectable } from '@nestjs/common';
import type { TalkRequest } from '../../../client/protocol.js';
import type { Occupied } from '../lobby.js';
import { AskQuestion } from './ask-question.js';
import { CastBallot } from './cast-ballot.js';
import { CatchUp } from './catch-up.js';
import { RaiseHand } from './raise-hand.js';
import { React } from './react.js';
import { RunPoll } from './run-poll.js';
import { SayInChat } from './say-in-chat.js';
import { SettleQuestion } from './settle-question.js';
import { TakeBackMessage } from './take-back-message.js';
import { VoteForQuestion } from './vote-for-question.js';

/** Which use case each request of the conversation goes to. */
@Injectable()
export class Conversation {
  constructor(
    private readonly catchUp: CatchUp,
    private readonly chat: SayInChat,
    private readonly taken: TakeBackMessage,
    private readonly hand: RaiseHand,
    private readonly questions: AskQuestion,
    private readonly votes: VoteForQuestion,
    private readonly settling: SettleQuestion,
    private readonly polls: RunPoll,
    private readonly ballots: CastBallot,
    private readonly reactions: React,
  ) {}

  route(occupied: Occupied, message: TalkRequest): Promise<void> {
    switch (message.type) {
      case 'catch-up': return this.catchUp.since(occupied, message);
      case 'earlier': return this.catchUp.earlier(occupied, message);
      case 'say': return this.chat.say(occupied, message);
      case 'take-back': return this.taken.takeBack(occupied, message);
      case 'raise-hand': return this.hand.raise(occupied);
      case 'lower-hand': return this.hand.lower(occupied, message);
      case 'lower-hands': return this.hand.lowerAll(occupied);
      case 'ask': return this.questions.ask(occupied, message);
      case 'vote': return this.votes.vote(occupied, message);
      case 'settle': return this.settling.settle(occupied, message);
      case 'question-rules': return this.settling.rules(occupied, message);
      case 'make-poll': return this.polls.make(occupied, message);
      case 'turn-poll': return this.polls.turn(occupied, message);
      case 'share-poll': return this.polls.share(occupied, message);
      case 'cast': return this.ballots.cast(occupied, message);
      case 'react': return this.reactions.react(occupied, message);
    }
  }
}
