import { Injectable } from '@nestjs/common';
import { NotFound, Refusal } from '../../platform/model/refusal.js';
import type { Occupied } from '../lobby.js';
import { choicesOf } from './model/ballot.js';
import { RightToSpeak } from './right-to-speak.js';
import { Talk } from './talk.js';
import type { Asked } from './talk-requests.js';

/** One ballot for each seat, to be changed while the poll is open. */
@Injectable()
export class CastBallot {
  constructor(
    private readonly right: RightToSpeak,
    private readonly talk: Talk,
  ) {}

  async cast(occupied: Occupied, { poll, choices }: Asked<'cast'>): Promise<void> {
    const { room, seat } = await this.right.anyone(occupied);
    await this.talk.change(room.sessionId, async (em, number) => {
      const [found] = await em.execute<[{ status: string; multiple: boolean; options: number }?]>(
        'select status, multiple, jsonb_array_length(options) as options from conferencing.poll where id = ? and session_id = ?', [poll, room.sessionId]);
      if (!found || ['draft', 'dropped'].includes(found.status)) throw new NotFound('poll');
      if (found.status !== 'open') throw new Refusal('poll-closed', 'This poll is closed.');
      await em.execute(
        'insert into conferencing.ballot (poll_id, seat_id, choices) values (?, ?, ?::int[]) on conflict (poll_id, seat_id) do update set choices = excluded.choices',
        [poll, seat.id, `{${choicesOf(choices, found).join(',')}}`],
      );
      await em.execute('update conferencing.poll set counted = ? where id = ?', [number, poll]);
    });
  }
}
