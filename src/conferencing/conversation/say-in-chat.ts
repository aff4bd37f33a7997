import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Configuration } from '../../platform/config/configuration.js';
import { Forbidden, NotFound, Refusal } from '../../platform/model/refusal.js';
import type { Occupied } from '../lobby.js';
import { mayReach } from './model/audience.js';
import { wordsOf } from './model/words.js';
import { RightToSpeak, type Speaker } from './right-to-speak.js';
import { Talk } from './talk.js';
import type { Asked } from './talk-requests.js';

/** As fast as a person types, and faster than a flood. */
const MOST = 8;
const SECONDS = 10;

/** Says something in the chat, to as many as the theme allows. */
@Injectable()
export class SayInChat {
  constructor(
    private readonly em: EntityManager,
    private readonly right: RightToSpeak,
    private readonly talk: Talk,
    private readonly configuration: Configuration,
  ) {}

  async say(occupied: Occupied, { message, to, toSeat, text }: Asked<'say'>): Promise<void> {
    const speaker = await this.right.anyone(occupied);
    const { room, seat } = speaker;
    if (await this.saidBefore(message, seat.id)) return;
    const words = wordsOf(text);
    const allowed = mayReach({ theme: room.theme, role: seat.role, place: speaker.place });
    if (!allowed.includes(to)) throw new Forbidden('not-to-them', 'You cannot write to them here.');
    const recipient = to === 'direct' ? await this.recipient(speaker, toSeat) : null;
    await this.talk.change(room.sessionId, async (em, number) => {
      const stored = await em.execute<{ id: string }[]>(
        `insert into conferencing.chat_message (id, session_id, number, place_in_order, seat_id, reaches, to_seat_id, words)
         values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing returning id`,
        [message, room.sessionId, number, number, seat.id, to, recipient, words],
      );
      if (stored.length > 0) await this.refuseFloods(em, seat.id);
    });
  }

  /** Sent again because the answer was lost: it is there, and nothing is to be done. */
  private async saidBefore(message: string, seatId: string): Promise<boolean> {
    const [row] = await this.em.execute<[{ seat_id: string }?]>('select seat_id from conferencing.chat_message where id = ?', [message]);
    if (row && row.seat_id !== seatId) throw new Refusal('not-understood', 'This message belongs to somebody else.', 422);
    return row !== undefined;
  }

  private async recipient({ room, seat }: Speaker, toSeat: string | undefined): Promise<string> {
    const [row] = toSeat === undefined || toSeat === seat.id ? [] : await this.em.execute<[{ id: string }?]>(
      'select id from conferencing.seat where id = ? and session_id = ? and present and not has_left', [toSeat, room.sessionId]);
    if (!row) throw new NotFound('person');
    return row.id;
  }

  private async refuseFloods(em: EntityManager, seatId: string): Promise<void> {
    const [{ said }] = await em.execute<[{ said: number }]>(
      `select count(*)::int as said from conferencing.chat_message where seat_id = ? and said_at > now() - make_interval(secs => ?)`, [seatId, SECONDS]);
    if (said > MOST * this.configuration.rateLimitFactor) throw new Refusal('too-many', 'That was a lot at once. Please wait a moment.', 429);
  }
}
