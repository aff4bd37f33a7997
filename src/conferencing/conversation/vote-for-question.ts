import { Injectable } from '@nestjs/common';
import { NotFound, Refusal } from '../../platform/model/refusal.js';
import type { Occupied } from '../lobby.js';
import { RightToSpeak } from './right-to-speak.js';
import { Talk } from './talk.js';
import type { Asked } from './talk-requests.js';

/** One vote for each seat and question, to be given and taken back while it is open. */
@Injectable()
export class VoteForQuestion {
  constructor(
    private readonly right: RightToSpeak,
    private readonly talk: Talk,
  ) {}

  async vote(occupied: Occupied, { question, vote }: Asked<'vote'>): Promise<void> {
    const { room, seat } = await this.right.anyone(occupied);
    await this.talk.change(room.sessionId, async (em, number) => {
      const [found] = await em.execute<[{ status: string; seat_id: string }?]>('select status, seat_id from conferencing.question where id = ? and session_id = ?', [question, room.sessionId]);
      if (!found || (found.status === 'dismissed' && seat.role === 'attendee' && found.seat_id !== seat.id)) throw new NotFound('question');
      if (found.status !== 'open') throw new Refusal('question-not-open', 'This question is settled already.');
      const changed = await em.execute<unknown[]>(
        vote
          ? 'insert into conferencing.question_vote (question_id, seat_id) values (?, ?) on conflict do nothing returning 1'
          : 'delete from conferencing.question_vote where question_id = ? and seat_id = ? returning 1',
        [question, seat.id],
      );
      if (changed.length > 0) await em.execute('update conferencing.question set number = ?, votes = votes + ? where id = ?', [number, vote ? 1 : -1, question]);
    });
  }
}
