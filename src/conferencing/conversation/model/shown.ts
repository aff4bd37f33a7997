import type { ChatMessage, ChatTo, Poll, Question, RaisedHand, Role } from '../../../../client/protocol.js';
import { reaches, type Viewer } from './audience.js';

export interface ChatRow {
  id: string;
  number: number;
  order: number;
  seatId: string;
  name: string;
  role: Role;
  reaches: ChatTo;
  toSeatId: string | null;
  toName: string | null;
  words: string | null;
  at: string;
}

export interface HandRow {
  seatId: string;
  name: string;
  at: string;
}

export interface QuestionRow {
  id: string;
  order: number;
  seatId: string;
  name: string;
  anonymous: boolean;
  words: string | null;
  status: Question['status'];
  answer: string | null;
  votes: number;
  at: string;
  /** Known where it was read for one seat. */
  voted?: boolean;
}

export interface PollRow {
  id: string;
  number: number;
  order: number;
  question: string;
  options: string[];
  multiple: boolean;
  status: Poll['status'];
  shared: boolean;
  counts: number[];
  ballots: number;
  /** Known where it was read for one seat. */
  yours?: number[];
}

export function showChat(row: ChatRow, viewer: Viewer): ChatMessage | null {
  if (!reaches(row, viewer)) return null;
  const { id, order, seatId, name, role, words: text, at } = row;
  return { id, order, from: { seatId, name, role }, to: row.reaches, toPerson: row.toSeatId ? { seatId: row.toSeatId, name: row.toName ?? '' } : null, text, at };
}

/** In a webinar attendees know nobody by name, themselves included; hosts and speakers know who asks unless it is anonymous. */
export function showQuestion(row: QuestionRow, viewer: Viewer): Question {
  const { id, order, votes, status, answer, at } = row;
  const mine = viewer.seatId === row.seatId;
  const team = viewer.role !== 'attendee';
  const own = viewer.seatId === undefined ? {} : { mine, ...(row.voted !== undefined && { voted: row.voted }) };
  // Told as gone, and as nothing more, to those who knew it.
  if (status === 'dismissed' && !team && !mine) return { id, order, text: '', name: null, votes: 0, status, answer: null, at, ...own };
  const named = !row.anonymous && (team || viewer.theme !== 'webinar');
  return { id, order, text: row.words ?? '', name: named ? row.name : null, votes, status, answer, at, ...own };
}

/** Drafts are the hosts' own; what came out of it is theirs until they share it. */
export function showPoll(row: PollRow, viewer: Viewer): Poll | null {
  const host = viewer.role === 'host';
  if (!host && (row.status === 'draft' || row.status === 'dropped')) return null;
  const { id, order, question, options, multiple, status, shared } = row;
  const known = host || shared;
  return { id, order, question, options, multiple, status, shared, counts: known ? row.counts : null, ballots: known ? row.ballots : null, ...(row.yours !== undefined && { yours: row.yours }) };
}

/** In a webinar attendees know nobody: they see their own hand alone. */
export function showHands(hands: readonly HandRow[], { role, theme, seatId }: Viewer): RaisedHand[] {
  const all = role !== 'attendee' || theme !== 'webinar';
  return hands.filter((hand) => all || hand.seatId === seatId).map(({ seatId: whose, name, at }) => ({ seatId: whose, name, at }));
}

export interface Changes {
  chat: ChatRow[];
  questions: QuestionRow[];
  polls: PollRow[];
}

/** What of some changes a viewer may see, without the lists of which there is nothing. */
export function showChanges({ chat, questions, polls }: Changes, viewer: Viewer, since = 0): { chat?: ChatMessage[]; questions?: Question[]; polls?: Poll[] } {
  // A ballot is no news to those who do not see the counts.
  const news = polls.filter((row) => row.number > since || row.shared || viewer.role === 'host' || row.yours !== undefined);
  const lists = {
    chat: chat.flatMap((row) => showChat(row, viewer) ?? []),
    questions: questions.map((row) => showQuestion(row, viewer)),
    polls: news.flatMap((row) => showPoll(row, viewer) ?? []),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}
