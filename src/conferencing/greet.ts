import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { WebSocket } from 'ws';
import { CloseCode } from '../../client/protocol.js';
import { hashToken } from '../platform/config/sealed.js';
import { Refusal } from '../platform/model/refusal.js';
import { Lobby, type Occupied } from './lobby.js';
import { LeaveSeat } from './leave-seat.js';
import { Seat } from './model/seat.js';
import { Presence } from './presence.js';
import { ReleaseLedger } from './release-ledger.js';
import { SeatsTogether } from './seats-together.js';
import { Stage } from './stage.js';
import { WholeState } from './whole-state.js';

/** The socket's first message: a ticket, good once, and the whole state as its answer. */
@Injectable()
export class Greet {
  constructor(
    private readonly em: EntityManager,
    private readonly seats: SeatsTogether,
    private readonly lobby: Lobby,
    private readonly presence: Presence,
    private readonly state: WholeState,
    private readonly stage: Stage,
    private readonly leave: LeaveSeat,
    private readonly ledger: ReleaseLedger,
  ) {}

  /** Null where the ticket is none: the socket is closed then. */
  async hello(socket: WebSocket, ticket: string): Promise<Occupied | null> {
    const seat = await this.seats.spendTicket(hashToken(ticket));
    const room = seat && (await this.state.room(seat.sessionId));
    if (!seat || !room) {
      socket.close(CloseCode.unauthorized, 'ticket');
      return null;
    }
    const occupied: Occupied = { socket, seatId: seat.id, sessionId: seat.sessionId, role: seat.role, holding: seat.holding, atDoor: seat.admission !== 'admitted' };
    // Seated before anything is read: what changes from here on is pushed, what changed before is in the state.
    this.lobby.seat(occupied, room);
    this.stage.hangUpFormer(occupied);
    try {
      await this.stage.takeOver(seat.instance);
      await this.presence.arrived(seat, room);
      // Before the state: a page that came back drops dead connections first, and begins nothing twice.
      this.stage.remind(occupied);
      await this.tell(occupied, seat);
    } catch (error) {
      this.leave.whenNobodyReturns(occupied);
      throw error;
    }
    return occupied;
  }

  async sync(occupied: Occupied): Promise<void> {
    const seat = await this.em.findOne(Seat, { id: occupied.seatId }, { refresh: true });
    if (!seat) throw new Refusal('no-seat', 'This seat is gone.', 404);
    await this.tell(occupied, seat);
  }

  private async tell(occupied: Occupied, seat: Seat): Promise<void> {
    // Read first: with the state the page is greeted, and may answer at once.
    const release = seat.role === 'attendee' ? null : await this.ledger.of(seat.sessionId);
    const state = await this.state.of(seat);
    // What was decided while they were greeted: the door is where the database says it is.
    if (occupied.atDoor && seat.admission === 'admitted') this.lobby.letIn(occupied);
    this.lobby.note(seat.sessionId, state);
    this.lobby.send(occupied, state);
    if (release && state.session.status === 'live') this.lobby.send(occupied, { type: 'release', ...release });
  }
}
