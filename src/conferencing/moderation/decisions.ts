import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Role } from '../../../client/protocol.js';
import { NotFound } from '../../platform/model/refusal.js';
import { Announcements } from '../../platform/realtime/announcements.js';
import type { Room } from '../model/room.js';
import { Seat, type Admission } from '../model/seat.js';
import { Presence } from '../presence.js';

/** A seat that a decision changed, as it is now. */
export interface Decided {
  id: string;
  sessionId: string;
  role: Role;
  onStage: boolean;
  admission: Admission;
}

/** Keeps what hosts decide: each decision gets its room's next number, and every instance acts on it after the commit. */
@Injectable()
export class Decisions {
  constructor(
    private readonly em: EntityManager,
    private readonly announcements: Announcements,
    private readonly presence: Presence,
  ) {}

  /**
   * One decision, in one transaction with its number. The room's row is locked meanwhile, so decisions of two
   * hosts come one after the other. Of the seats that are returned the others are told.
   */
  async make(room: Room, decide: (em: EntityManager, number: number) => Promise<Decided[]>): Promise<void> {
    const { sessionId } = room;
    const seats = await this.em.transactional(async (em) => {
      const [row] = await em.execute<[{ moderation: number }?]>('update conferencing.room set moderation = moderation + 1 where session_id = ? returning moderation', [sessionId]);
      if (!row) throw new NotFound('session');
      return decide(em, row.moderation);
    });
    this.announcements.announce('moderation', { sessionId });
    for (const seat of seats) await this.presence.changed(room, seat);
  }

  /** @throws NotFound for a seat of another session, or of nobody. */
  async seat(sessionId: string, seatId: string): Promise<Seat> {
    const seat = await this.em.findOne(Seat, { id: seatId, sessionId }, { disableIdentityMap: true });
    if (!seat) throw new NotFound('person');
    return seat;
  }
}

/** What an update of seats says of those that it changed. */
export const SEATS_CHANGED = 'returning id, session_id as "sessionId", role, on_stage as "onStage", admission';
