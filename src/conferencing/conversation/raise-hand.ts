import { Injectable } from '@nestjs/common';
import { Forbidden } from '../../platform/model/refusal.js';
import type { Occupied } from '../lobby.js';
import { RightToSpeak } from './right-to-speak.js';
import { Talk } from './talk.js';
import type { Asked } from './talk-requests.js';

/** Hands, in the order in which the server saw them go up. A hand that is up stays where it is in the line. */
@Injectable()
export class RaiseHand {
  constructor(
    private readonly right: RightToSpeak,
    private readonly talk: Talk,
  ) {}

  async raise(occupied: Occupied): Promise<void> {
    const { room, seat } = await this.right.anyone(occupied);
    if (room.status !== 'live') throw new Forbidden('doors-closed', 'The doors are not open.');
    await this.talk.change(room.sessionId, async (em, number) => {
      const up = await em.execute<{ seat_id: string }[]>(
        'insert into conferencing.raised_hand (seat_id, session_id, place_in_order) values (?, ?, ?) on conflict (seat_id) do nothing returning seat_id',
        [seat.id, room.sessionId, number],
      );
      if (up.length > 0) await this.talk.handsChanged(em, room.sessionId, number);
    });
  }

  async lower(occupied: Occupied, { seatId = occupied.seatId }: Asked<'lower-hand'>): Promise<void> {
    const { room } = seatId === occupied.seatId ? await this.right.anyone(occupied) : await this.right.host(occupied);
    await this.down(room.sessionId, seatId);
  }

  async lowerAll(occupied: Occupied): Promise<void> {
    const { room } = await this.right.host(occupied);
    await this.down(room.sessionId, null);
  }

  private async down(sessionId: string, seatId: string | null): Promise<void> {
    await this.talk.change(sessionId, async (em, number) => {
      await em.execute(`delete from conferencing.raised_hand where session_id = ?${seatId === null ? '' : ' and seat_id = ?'}`, seatId === null ? [sessionId] : [sessionId, seatId]);
      await this.talk.handsChanged(em, sessionId, number);
    });
  }
}
