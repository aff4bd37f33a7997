import { Injectable } from '@nestjs/common';
import { NotFound, Refusal } from '../../platform/model/refusal.js';
import type { Occupied } from '../lobby.js';
import { lineOf } from './model/words.js';
import { RightToSpeak } from './right-to-speak.js';
import { Talk } from './talk.js';
import type { Asked } from './talk-requests.js';

const MOST_IN_A_ROOM = 20;
/** From which state a host may turn a poll to which. */
const TURNS = { open: ['draft', 'closed'], closed: ['open'], dropped: ['draft'] } as const;

/** Hosts make polls, also backstage, open and close them, and show everyone what came out. */
@Injectable()
export class RunPoll {
  constructor(
    private readonly right: RightToSpeak,
    private readonly talk: Talk,
  ) {}

  async make(occupied: Occupied, { poll, question, options, multiple }: Asked<'make-poll'>): Promise<void> {
    const { room } = await this.right.host(occupied);
    const words = lineOf(question);
    const lines = options.map(lineOf);
    if (new Set(lines).size < lines.length) throw new Refusal('options-alike', 'Two answers are the same.', 422);
    await this.talk.change(room.sessionId, async (em, number) => {
      const made = await em.execute<unknown[]>(
        `insert into conferencing.poll (id, session_id, number, counted, place_in_order, question, options, multiple)
         values (?, ?, ?, ?, ?, ?, ?::jsonb, ?) on conflict (id) do nothing returning 1`,
        [poll, room.sessionId, number, number, number, words, JSON.stringify(lines), multiple],
      );
      const [{ kept, here }] = await em.execute<[{ kept: number; here: boolean }]>(
        `select count(*) filter (where status <> 'dropped')::int as kept, coalesce(bool_or(id = ?), false) as here from conferencing.poll where session_id = ?`, [poll, room.sessionId]);
      if (!here) throw new NotFound('poll'); // its id is taken, in another room
      if (made.length > 0 && kept > MOST_IN_A_ROOM) throw new Refusal('too-many-polls', `A session has at most ${MOST_IN_A_ROOM} polls.`);
    });
  }

  async turn(occupied: Occupied, { poll, status }: Asked<'turn-poll'>): Promise<void> {
    const { room } = status === 'open' ? await this.right.hostOfOpenRoom(occupied) : await this.right.host(occupied);
    await this.talk.change(room.sessionId, async (em, number) => {
      const [found] = await em.execute<[{ status: string }?]>(`select status from conferencing.poll where id = ? and session_id = ? and status <> 'dropped'`, [poll, room.sessionId]);
      if (!found) throw new NotFound('poll');
      if (found.status === status) return; // two hosts pressed
      if (!(TURNS[status] as readonly string[]).includes(found.status)) throw new Refusal('poll-not-there-yet', `This poll is ${found.status}.`);
      await em.execute(
        `update conferencing.poll set status = ?, number = ?, opened_at = ${status === 'open' ? 'coalesce(opened_at, now())' : 'opened_at'}, closed_at = ${status === 'closed' ? 'now()' : 'null'} where id = ?`,
        [status, number, poll],
      );
    });
  }

  async share(occupied: Occupied, { poll, shared }: Asked<'share-poll'>): Promise<void> {
    const { room } = await this.right.host(occupied);
    await this.talk.change(room.sessionId, async (em, number) => {
      const found = await em.execute<unknown[]>(
        `update conferencing.poll set shared = ?, number = ? where id = ? and session_id = ? and status in ('open', 'closed') returning 1`, [shared, number, poll, room.sessionId]);
      if (found.length === 0) throw new NotFound('poll');
    });
  }
}
