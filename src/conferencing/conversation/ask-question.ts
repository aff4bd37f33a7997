import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Configuration } from '../../platform/config/configuration.js';
import { Forbidden, Refusal } from '../../platform/model/refusal.js';
import type { Occupied } from '../lobby.js';
import { wordsOf } from './model/words.js';
import { RightToSpeak } from './right-to-speak.js';
import { Talk } from './talk.js';
import type { Asked } from './talk-requests.js';

const MOST = 5;
const SECONDS = 60;
/** Beyond it nobody reads them any more. */
const MOST_IN_A_ROOM = 500;

/** Asks hosts and speakers something that everyone may vote for. */
@Injectable()
export class AskQuestion {
  constructor(
    private readonly right: RightToSpeak,
    private readonly talk: Talk,
    private readonly configuration: Configuration,
  ) {}

  async ask(occupied: Occupied, { question, text, anonymous }: Asked<'ask'>): Promise<void> {
    const { room, seat } = await this.right.anyone(occupied);
    if (room.status !== 'live') throw new Forbidden('doors-closed', 'The doors are not open.');
    const words = wordsOf(text);
    await this.talk.change(room.sessionId, async (em, number) => {
      if (anonymous && !(await anonymousAllowed(em, room.sessionId))) throw new Refusal('names-wanted', 'Questions are asked by name here.', 422);
      const stored = await em.execute<{ id: string }[]>(
        `insert into conferencing.question (id, session_id, number, place_in_order, seat_id, anonymous, words)
         values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing returning id`,
        [question, room.sessionId, number, number, seat.id, anonymous, words],
      );
      if (stored.length > 0) await this.refuseFloods(em, room.sessionId, seat.id);
      else await refuseForeign(em, question, seat.id);
    });
  }

  private async refuseFloods(em: EntityManager, sessionId: string, seatId: string): Promise<void> {
    const [{ lately, all }] = await em.execute<[{ lately: number; all: number }]>(
      `select (select count(*)::int from conferencing.question where seat_id = ? and asked_at > now() - make_interval(secs => ?)) as lately,
              (select count(*)::int from conferencing.question where session_id = ?) as all`,
      [seatId, SECONDS, sessionId],
    );
    if (lately > MOST * this.configuration.rateLimitFactor) throw new Refusal('too-many', 'That was a lot at once. Please wait a moment.', 429);
    if (all > MOST_IN_A_ROOM) throw new Refusal('too-many-questions', 'There are as many questions as can be kept. Vote for one of them.', 409);
  }
}

const anonymousAllowed = async (em: EntityManager, sessionId: string): Promise<boolean> =>
  (await em.execute<[{ anonymous_questions: boolean }]>('select anonymous_questions from conferencing.talk where session_id = ?', [sessionId]))[0].anonymous_questions;

async function refuseForeign(em: EntityManager, question: string, seatId: string): Promise<void> {
  const mine = await em.execute<unknown[]>('select 1 from conferencing.question where id = ? and seat_id = ?', [question, seatId]);
  if (mine.length === 0) throw new Refusal('not-understood', 'This question belongs to somebody else.', 422);
}
