import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { CloseCode } from '../../../client/protocol.js';
import { Announcements } from '../../platform/realtime/announcements.js';
import { Greet } from '../greet.js';
import { LeaveSeat } from '../leave-seat.js';
import { Lobby } from '../lobby.js';
import type { Room } from '../model/room.js';
import { Seat } from '../model/seat.js';
import { Stage } from '../stage.js';
import { WholeState } from '../whole-state.js';

/** Many may knock in one second: hosts are told a few times in it. */
const TOLD_EVERY_MS = 150;

/** How far this instance has acted on a room's decisions. */
interface Cursor {
  acted: number;
  told: number;
  busy: boolean;
  again: boolean;
}

/**
 * Does on this instance what hosts have decided: at the gateway, at the sockets, in what people are told. It
 * reads which seats were decided about since it last acted, so that a lost announcement costs one look.
 */
@Injectable()
export class TellDecisions implements OnModuleInit {
  private readonly log = new Logger('Moderation');
  private readonly cursors = new Map<string, Cursor>();

  constructor(
    private readonly em: EntityManager,
    private readonly announcements: Announcements,
    private readonly lobby: Lobby,
    private readonly stage: Stage,
    private readonly state: WholeState,
    private readonly greet: Greet,
    private readonly leave: LeaveSeat,
  ) {}

  onModuleInit(): void {
    this.announcements.hear('moderation', ({ sessionId }) => this.soon(String(sessionId)));
  }

  /** Finds what no announcement told of, and forgets the rooms that nobody here is in. */
  @Interval(5_000)
  async look(): Promise<void> {
    const here = this.lobby.sessions();
    for (const sessionId of this.cursors.keys()) if (!here.includes(sessionId)) this.cursors.delete(sessionId);
    if (here.length === 0) return;
    try {
      const rows = await this.em.getConnection().execute<{ session_id: string; number: number }[]>(
        'select session_id, moderation + knocks as number from conferencing.room where session_id = any(?::uuid[])', [`{${here.join(',')}}`]);
      for (const { session_id: sessionId, number } of rows) if (number > (this.cursors.get(sessionId)?.told ?? 0)) this.soon(sessionId);
    } catch {
      // The database is away: the next look finds the same.
    }
  }

  private soon(sessionId: string): void {
    if (!this.lobby.versionsOf(sessionId)) return;
    const cursor = this.cursors.get(sessionId) ?? { acted: 0, told: 0, busy: false, again: false };
    this.cursors.set(sessionId, cursor);
    cursor.again = true;
    if (!cursor.busy) void this.actWhileThereIsNews(sessionId, cursor);
  }

  private async actWhileThereIsNews(sessionId: string, cursor: Cursor): Promise<void> {
    cursor.busy = true;
    while (cursor.again) {
      cursor.again = false;
      await RequestContext.create(this.em, () => this.act(sessionId, cursor)).catch((error: Error) => this.log.error(error.message));
      await new Promise((soon) => setTimeout(soon, TOLD_EVERY_MS));
    }
    cursor.busy = false;
  }

  private async act(sessionId: string, cursor: Cursor): Promise<void> {
    const room = await this.state.room(sessionId);
    if (!room) return;
    const [host, others] = await Promise.all([this.state.moderation(room, 'host'), this.state.moderation(room, 'attendee')]);
    const seats = await this.em.find(Seat, { sessionId, moderated: { $gt: cursor.acted } }, { disableIdentityMap: true });
    const done = await Promise.allSettled(seats.map((seat) => this.heed(room, seat)));
    this.lobby.note(sessionId, { decided: { host: host.number, others: others.number } });
    await this.lobby.tell(sessionId, { type: 'moderation', ...host }, ({ role }) => role === 'host');
    if (room.moderation > cursor.acted) await this.lobby.tell(sessionId, { type: 'moderation', ...others }, ({ role }) => role !== 'host');
    const failed = done.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason; // nothing is noted as done: the next look does it again
    Object.assign(cursor, { acted: room.moderation, told: room.moderation + room.knocks });
  }

  private async heed(room: Room, seat: Seat): Promise<void> {
    const occupied = this.lobby.find(seat.id);
    const out = seat.left && seat.admission !== 'admitted' && seat.admission !== 'knocking';
    if (!out) await this.stage.heed(seat);
    if (!occupied) return out ? this.stage.hangUp({ seatId: seat.id }) : undefined;
    if (out) {
      // Unseated first: nobody waits for them to come back.
      if (!this.lobby.unseat(occupied)) return;
      occupied.socket.close(CloseCode.forbidden, seat.admission);
      return this.leave.now(occupied);
    }
    if (occupied.atDoor && seat.admission === 'admitted') return this.greet.sync(occupied);
    this.lobby.send(occupied, { type: 'you', you: this.state.you(room, seat) });
  }
}
