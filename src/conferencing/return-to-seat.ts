import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { hashToken, newToken } from '../platform/config/sealed.js';
import { Clock } from '../platform/model/clock.js';
import { Refusal } from '../platform/model/refusal.js';
import { Entrance, isHostOf, type Visit } from './entrance.js';
import type { Entered } from './join-session.js';
import type { Room } from './model/room.js';
import type { Seat } from './model/seat.js';
import { SeatsTogether } from './seats-together.js';
import { WholeState } from './whole-state.js';

/** After a reload, a lost network or a restarted server: back to where one was, by the seat's cookie. */
export class ReturnToSeat extends Command<Entered> {
  constructor(
    readonly visit: Visit,
    /** Which seat: a browser may hold several, one for each of the people before it. */
    readonly seatId?: string,
  ) {
    super();
  }
}

@CommandHandler(ReturnToSeat)
export class ReturnToSeatHandler implements ICommandHandler<ReturnToSeat> {
  constructor(
    private readonly seats: SeatsTogether,
    private readonly entrance: Entrance,
    private readonly state: WholeState,
    private readonly clock: Clock,
  ) {}

  async execute({ visit, seatId }: ReturnToSeat): Promise<Entered> {
    // Who holds a seat has a room. Everybody may come back in the same moment: what is the same for all is read once, what is not in one statement for many.
    const room = visit.slug ? await this.state.room({ slug: visit.slug }) : null;
    const cookie = room && visit.cookie(room.sessionId);
    const held = room && cookie ? await this.seats.heldBy(room.sessionId, hashToken(cookie)) : [];
    if (!seatId && held.length > 1) throw new Refusal('which-seat', 'This browser holds several seats here. Say which one.');
    const seat = held.find(({ id }) => !seatId || id === seatId);
    if (!room || !seat || !(await this.isStillTheirs(seat, room, visit)) || !(await this.entrance.isStillNamed(seat))) throw new Refusal('no-seat', 'This browser holds no seat here.', 401);
    room.refuseWhenOver(seat.role, this.clock.now());
    if (seat.isToAgree(room)) throw new Refusal('recording-not-agreed', 'This session may be recorded: join again, and say that you agree.', 401);
    const ticket = newToken();
    const byAccount = seat.occupantKind === 'organizer' || seat.credential !== null;
    seat.admit(hashToken(ticket), byAccount ? (visit.organizer?.credential ?? null) : null, this.clock.now());
    await this.seats.keepTicket(seat);
    return { sessionId: room.sessionId, seatId: seat.id, ticket, place: room.placeOfSeat(seat) };
  }

  /** A seat that an account took needs that account's own cookie beside the seat's: signing out closes it. */
  private async isStillTheirs(seat: Seat, room: Room, { organizer }: Visit): Promise<boolean> {
    if (seat.occupantKind === 'organizer') return isHostOf(room, organizer) && organizer.userId === seat.occupantId;
    return seat.credential === null || (await this.entrance.named(room, organizer))?.teammateId === seat.occupantId;
  }
}
