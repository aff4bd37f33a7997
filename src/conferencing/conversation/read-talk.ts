import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Viewer } from './model/audience.js';
import type { Changes, ChatRow, HandRow, PollRow, QuestionRow } from './model/shown.js';

export interface Numbers {
  number: number;
  hands: number;
  rules: number;
  anonymousQuestions: boolean;
}

/** Of chat, as much as fills a screen or two; a frame must stay far below what a socket may hold unread. */
export const PAGE = 30;
/** Whoever missed more than this gets the whole instead. */
const MOST_CHANGES = 200;
const MOST_QUESTIONS = 80;

const CHAT = `
  select message.id, message.number, message.place_in_order as "order", message.seat_id as "seatId", author.name, author.role,
         message.reaches, message.to_seat_id as "toSeatId", recipient.name as "toName", message.words, message.said_at as at
    from conferencing.chat_message as message
    join conferencing.seat as author on author.id = message.seat_id
    left join conferencing.seat as recipient on recipient.id = message.to_seat_id`;
const QUESTIONS = `
  select question.id, question.place_in_order as "order", question.seat_id as "seatId", author.name, question.anonymous, question.words,
         question.status, question.answer, question.votes, question.asked_at as at,
         exists (select from conferencing.question_vote as vote where vote.question_id = question.id and vote.seat_id = ?::uuid) as voted
    from conferencing.question join conferencing.seat as author on author.id = question.seat_id`;
const POLLS = `
  select poll.id, poll.number, poll.place_in_order as "order", poll.question, poll.options, poll.multiple, poll.status, poll.shared,
         (select count(*)::int from conferencing.ballot where ballot.poll_id = poll.id) as ballots,
         array(select (select count(*)::int from conferencing.ballot where ballot.poll_id = poll.id and answer = any(ballot.choices))
                 from generate_series(0, jsonb_array_length(poll.options) - 1) as answer order by answer) as counts,
         coalesce((select choices from conferencing.ballot where ballot.poll_id = poll.id and ballot.seat_id = ?::uuid), '{}') as yours
    from conferencing.poll`;

/** Reads the conversation as it stands; what of it somebody may see is decided in `model/shown.ts`. */
@Injectable()
export class ReadTalk {
  constructor(private readonly em: EntityManager) {}

  async numbers(sessionId: string): Promise<Numbers> {
    const [row] = await this.em.execute<[Numbers?]>('select number, hands, rules, anonymous_questions as "anonymousQuestions" from conferencing.talk where session_id = ?', [sessionId]);
    return row ?? { number: 0, hands: 0, rules: 0, anonymousQuestions: false };
  }

  /** What changed after that number, whoever may see it; with what the seat itself chose, where one is named. */
  async changes(sessionId: string, since: number, seatId?: string): Promise<Changes> {
    const limit = MOST_CHANGES + 1;
    const [chat, questions, polls] = await Promise.all([
      this.em.execute<ChatRow[]>(`${CHAT} where message.session_id = ? and message.number > ? order by message.place_in_order limit ${limit}`, [sessionId, since]),
      this.questions(`question.session_id = ? and question.number > ? order by question.place_in_order limit ${limit}`, [sessionId, since], seatId),
      this.polls('poll.session_id = ? and (poll.number > ? or poll.counted > ?)', [sessionId, since, since], seatId),
    ]);
    return { chat: chat.map(timed), questions, polls };
  }

  /** The newest chat that this seat may see, its polls, and the questions that matter most. */
  async whole(sessionId: string, viewer: Viewer & { seatId: string }): Promise<Changes & { more: boolean }> {
    const [page, questions, polls] = await Promise.all([
      this.page(sessionId, viewer),
      this.questions(
        `question.session_id = ? and question.words is not null and (question.status <> 'dismissed' or question.seat_id = ? or ?)
          order by question.status <> 'open', question.votes desc, question.place_in_order desc limit ${MOST_QUESTIONS}`,
        [sessionId, viewer.seatId, viewer.role !== 'attendee'], viewer.seatId),
      this.polls(`poll.session_id = ? and poll.status <> 'dropped'`, [sessionId], viewer.seatId),
    ]);
    return { ...page, questions, polls };
  }

  /** The last messages before that place in the order, of those that this seat may see. */
  async page(sessionId: string, { role, seatId }: Viewer & { seatId: string }, before?: number): Promise<{ chat: ChatRow[]; more: boolean }> {
    const rows = await this.em.execute<ChatRow[]>(
      `${CHAT} where message.session_id = ? and (message.seat_id = ? or message.to_seat_id = ? or message.reaches = any(?::text[]))
        ${before === undefined ? '' : 'and message.place_in_order < ?'} order by message.place_in_order desc limit ${PAGE + 1}`,
      [sessionId, seatId, seatId, role === 'host' ? '{everyone,team,hosts}' : role === 'speaker' ? '{everyone,team}' : '{everyone}', ...(before === undefined ? [] : [before])],
    );
    return { chat: rows.slice(0, PAGE).reverse().map(timed), more: rows.length > PAGE };
  }

  async hands(sessionId: string): Promise<HandRow[]> {
    const rows = await this.em.execute<HandRow[]>(
      `select hand.seat_id as "seatId", seat.name, hand.raised_at as at from conferencing.raised_hand as hand join conferencing.seat on seat.id = hand.seat_id
        where hand.session_id = ? and seat.present and not seat.has_left order by hand.place_in_order limit 200`, [sessionId]);
    return rows.map(timed);
  }

  private async questions(where: string, values: unknown[], seatId?: string): Promise<QuestionRow[]> {
    const rows = await this.em.execute<QuestionRow[]>(`${QUESTIONS} where ${where}`, [seatId ?? null, ...values]);
    return rows.map(({ voted, ...row }) => timed(seatId ? { ...row, voted: voted! } : row));
  }

  private async polls(where: string, values: unknown[], seatId?: string): Promise<PollRow[]> {
    const rows = await this.em.execute<PollRow[]>(`${POLLS} where ${where} order by poll.place_in_order`, [seatId ?? null, ...values]);
    return rows.map(({ yours, ...row }) => (seatId ? { ...row, yours: yours! } : row));
  }
}

const timed = <Row extends { at: string }>(row: Row): Row => ({ ...row, at: new Date(row.at).toISOString() });

export const tooMany = (changes: Changes): boolean => Object.values(changes).some((list: unknown[]) => list.length > MOST_CHANGES);
