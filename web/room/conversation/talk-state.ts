import type { ChatMessage, ChatTo, Poll, Question, RaisedHand, ServerMessage } from '../../../client/protocol.ts';

type TalkMessage = Extract<ServerMessage, { type: 'talk' }>;

/** Something written here, on its way: shown already, and sent again after a lost connection. */
export interface Unsent {
  id: string;
  to: ChatTo;
  toPerson: { seatId: string; name: string } | null;
  text: string;
  /** Why the server did not take it; null while it is on its way. */
  trouble: string | null;
}

/** What this page knows of a room's conversation. */
export interface TalkState {
  /** How far it was told: the number of the last change. */
  known: number;
  /** The server has told it once. */
  ready: boolean;
  /** Whom this seat's chat may reach, the usual first. */
  to: readonly ChatTo[];
  anonymousQuestions: boolean;
  chat: readonly ChatMessage[];
  /** There is chat before the first that is known. */
  more: boolean;
  hands: readonly RaisedHand[];
  questions: readonly Question[];
  polls: readonly Poll[];
  unsent: readonly Unsent[];
}

export const UNHEARD: TalkState = { known: 0, ready: false, to: [], anonymousQuestions: false, chat: [], more: false, hands: [], questions: [], polls: [], unsent: [] };

/** The state after one message, and whether something before it was missed and must be asked for. */
export interface Step {
  state: TalkState;
  missed: boolean;
}

/**
 * Applies one message. What changed is told between two numbers: where the first is higher than what is
 * known here, something was missed, and nothing is applied. The answer to `catch-up`, known by its `to`,
 * holds whatever was known.
 */
export function heard(state: TalkState, message: ServerMessage): Step {
  switch (message.type) {
    case 'talk':
      if (!answersCatchUp(message) && message.after > state.known) return { state, missed: true };
      // Hands go down with who leaves, which counts as no change: the same number may bring news.
      if (!answersCatchUp(message) && message.talk < state.known) return { state, missed: false };
      return { state: told(message.whole ? { ...state, chat: [], hands: [], questions: [], polls: [] } : state, message), missed: false };
    case 'earlier':
      return { state: { ...state, chat: putIn(state.chat, message.chat), more: message.more }, missed: false };
    case 'beat':
      return { state, missed: (message.talk ?? 0) > state.known };
    default:
      return { state, missed: false };
  }
}

export const answersCatchUp = (message: ServerMessage): boolean => message.type === 'talk' && message.to !== undefined;

function told(state: TalkState, message: TalkMessage): TalkState {
  const { talk, to, anonymousQuestions, chat, more, hands, questions, polls } = message;
  return {
    known: talk,
    ready: state.ready || to !== undefined,
    to: to ?? state.to,
    anonymousQuestions: anonymousQuestions ?? state.anonymousQuestions,
    chat: chat ? putIn(state.chat, chat) : state.chat,
    more: more ?? state.more,
    hands: hands ?? state.hands,
    questions: questions ? putIn(state.questions, questions) : state.questions,
    polls: polls ? putIn(state.polls, polls) : state.polls,
    unsent: chat ? state.unsent.filter(({ id }) => !chat.some((one) => one.id === id)) : state.unsent,
  };
}

/** By their ids, in their order. What a push leaves out (`mine`, `voted`, `yours`) stays as it was known. */
function putIn<Item extends { id: string; order: number }>(known: readonly Item[], news: readonly Item[]): Item[] {
  const items = new Map(known.map((one) => [one.id, one]));
  for (const one of news) items.set(one.id, { ...items.get(one.id), ...one });
  return [...items.values()].sort((a, b) => a.order - b.order);
}

export function saying(state: TalkState, unsent: Omit<Unsent, 'trouble'>): TalkState {
  return { ...state, unsent: [...state.unsent, { ...unsent, trouble: null }] };
}

/** The server did not take it, and why; or, with null, it is tried again. */
export function refusedTo(state: TalkState, id: string, trouble: string | null): TalkState {
  return { ...state, unsent: state.unsent.map((one) => (one.id === id ? { ...one, trouble } : one)) };
}

export function thrownAway(state: TalkState, id: string): TalkState {
  return { ...state, unsent: state.unsent.filter((one) => one.id !== id) };
}

/** The server took this seat's vote: of that it tells nobody else. */
export function voted(state: TalkState, id: string, vote: boolean): TalkState {
  return { ...state, questions: state.questions.map((one) => (one.id === id ? { ...one, voted: vote } : one)) };
}

/** The server took this seat's ballot. */
export function chose(state: TalkState, id: string, choices: number[]): TalkState {
  return { ...state, polls: state.polls.map((one) => (one.id === id ? { ...one, yours: choices } : one)) };
}

/** The open ones with the most votes first, of equals the oldest; the settled ones as they were asked. What is gone bears no text. */
export function questionsByStatus(questions: readonly Question[]): Record<Question['status'], Question[]> {
  const of = (status: Question['status']) => questions.filter((one) => one.status === status && one.text !== '');
  return { open: of('open').sort((a, b) => b.votes - a.votes || a.order - b.order), answered: of('answered'), dismissed: of('dismissed') };
}

/** Open ones first, then what is prepared, then what is closed; of each the newest first. */
export function pollsInOrder(polls: readonly Poll[]): Poll[] {
  const rank = { open: 0, draft: 1, closed: 2, dropped: 3 };
  return polls.filter(({ status }) => status !== 'dropped').sort((a, b) => rank[a.status] - rank[b.status] || b.order - a.order);
}

/** The newest open poll in which this seat has not voted. */
export function pollThatWaits(polls: readonly Poll[]): Poll | undefined {
  return polls.findLast(({ status, yours }) => status === 'open' && !yours?.length);
}

/** How far one has looked, by places in the order. */
export interface Seen {
  chat: number;
  questions: number;
}

/** What waits to be looked at: messages of others, and open questions of others, since one last looked. */
export function unseen({ chat, questions }: TalkState, seen: Seen, seatId: string): { messages: number; questions: number } {
  return {
    messages: chat.filter((one) => one.order > seen.chat && one.from.seatId !== seatId && one.text !== null).length,
    questions: questions.filter((one) => one.order > seen.questions && one.status === 'open' && !one.mine).length,
  };
}
