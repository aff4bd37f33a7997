import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/model/refusal.js';
import type { Occupied } from '../lobby.js';
import { RightToSpeak } from './right-to-speak.js';
import { Talk } from './talk.js';
import type { Asked } from './talk-requests.js';

/** What was said is gone for all: one's own, and for hosts whatever everyone could read. */
@Injectable()
export class TakeBackMessage {
  constructor(
    private readonly right: RightToSpeak,
    private readonly talk: Talk,
  ) {}

  async takeBack(occupied: Occupied, { message }: Asked<'take-back'>): Promise<void> {
    const { room, seat } = await this.right.anyone(occupied);
    await this.talk.change(room.sessionId, async (em, number) => {
      const gone = await em.execute<{ id: string }[]>(
        `update conferencing.chat_message set words = null, number = ? where id = ? and session_id = ? and (seat_id = ? or (? and reaches <> 'direct')) returning id`,
        [number, message, room.sessionId, seat.id, seat.role === 'host'],
      );
      if (gone.length === 0) throw new NotFound('message');
    });
  }
}
