import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Talk } from './talk.js';

/**
 * What somebody wrote is theirs: it goes with them. Votes and ballots bear no name and stay counted. The
 * name itself stands nowhere but on the seat, which is blanked beside this.
 */
@Injectable()
export class TakeBackWords {
  constructor(
    private readonly em: EntityManager,
    private readonly talk: Talk,
  ) {}

  async of(kind: 'registration' | 'teammate', occupantId: string): Promise<() => void> {
    const seats = await this.em.execute<{ id: string; session_id: string }[]>('select id, session_id from conferencing.seat where occupant_kind = ? and occupant_id = ?', [kind, occupantId]);
    const changed: [string, number][] = [];
    for (const { id, session_id: sessionId } of seats) {
      const number = await this.talk.next(this.em, sessionId);
      await this.em.execute('update conferencing.chat_message set words = null, number = ? where seat_id = ?', [number, id]);
      await this.em.execute(`update conferencing.question set words = null, answer = null, status = 'dismissed', number = ? where seat_id = ?`, [number, id]);
      await this.em.execute('delete from conferencing.raised_hand where seat_id = ?', [id]);
      await this.talk.handsChanged(this.em, sessionId, number);
      changed.push([sessionId, number]);
    }
    return () => changed.forEach(([sessionId, number]) => this.talk.announce(sessionId, number));
  }
}
