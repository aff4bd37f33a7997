import { EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Place } from '../../client/protocol.js';
import { hashToken, newToken } from '../platform/config/sealed.js';
import { Clock } from '../platform/model/clock.js';
import { Forbidden, Refusal } from '../platform/model/refusal.js';
import { Announcements } from '../platform/realtime/announcements.js';
import { ShowPasscode } from '../scheduling/events.js';
import { Entrance, type Visit, type Visitor } from './entrance.js';
import type { Room } from './model/room.js';
import { Seat } from './model/seat.js';
import { Steps } from './steps/steps.js';
import { Rooms } from './rooms.js';

export interface Entered {
  sessionId: string;
  seatId: string;
  /** Single use, for the socket's first message; lives a minute. */
  ticket: string;
  place: Place;
  /** For this browser alone: the same cookie is the same device. Undefined where it has the right one. */
  cookie?: string;
}

/** *Join*: takes a seat, or takes one's own seat back. The only thing about entering that changes anything. */
export class JoinSession extends Command<Entered> {
  constructor(
    readonly visit: Visit,
    readonly name: string,
    readonly moveHere: boolean,
    /** What a guest knows, where they come from, and whether they agree to be recorded where that is asked. */
    readonly shown: { passcode?: string; from: string; recordingAgreed?: boolean },
  ) {
    super();
  }
}

@CommandHandler(JoinSession)
export class JoinSessionHandler implements ICommandHandler<JoinSession> {
  constructor(
    private readonly em: EntityManager,
    private readonly entrance: Entrance,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
    private readonly announcements: Announcements,
    private readonly steps: Steps,
    private readonly commands: CommandBus,
  ) {}

  async execute(command: JoinSession): Promise<Entered> {
    // Two tabs of one person may press at once: the second finds the seat that the first one took.
    return this.join(command).catch((error: unknown) => {
      if (!(error instanceof UniqueConstraintViolationException)) throw error;
      this.em.clear();
      return this.join(command);
    });
  }

  private async join(command: JoinSession): Promise<Entered> {
    const visitor = await this.entrance.find(command.visit);
    const { room, occupant } = visitor;
    return this.sitDownWhereFree(visitor, command).catch(async (error: unknown) => {
      // Who finds the room full asks again every few seconds.
      if (error instanceof Refusal && occupant?.kind === 'registration') await this.steps[error.code === 'room-full' ? 'reported' : 'of']({ sessionId: room.sessionId, registrationId: occupant.id }, 'turned-away', error.code);
      throw error;
    });
  }

  /** Where places are limited, whoever wants one waits for who takes one at the same moment. */
  private async sitDownWhereFree(visitor: Visitor, command: JoinSession): Promise<Entered> {
    const { room, role, seat, occupant } = visitor;
    if (!occupant || !room.needsPlace(role, seat)) return this.sitDown(visitor, command);
    await this.rooms.keep(room);
    return this.em.transactional(async () => {
      await this.em.execute('select 1 from conferencing.room where session_id = ? for no key update', [room.sessionId]);
      return this.sitDown(await this.entrance.find(command.visit), command);
    });
  }

  /** @throws Refusal while as many of the audience are in as the organizer allows. Who has pressed Join this minute is on the way. */
  private async refuseWhenFull({ sessionId, roomLimit }: Room): Promise<void> {
    const [{ taken } = { taken: 0 }] = await this.em.execute<{ taken: number }[]>(
      `select count(*)::int as taken from conferencing.seat
        where session_id = ? and role = 'attendee' and not has_left and admission = 'admitted' and (present or ticket_ends_at > now())`, [sessionId]);
    if (roomLimit !== null && taken >= roomLimit) throw new Refusal('room-full', 'All places in the room are taken. As soon as somebody leaves, there is one.');
  }

  private async sitDown({ room: found, role, occupant, seat, heldHere, device, barred, credential }: Visitor, { visit, name, moveHere, shown }: JoinSession): Promise<Entered> {
    const now = this.clock.now();
    found.refuseWhenOver(role, now);
    if (barred) throw new Forbidden('banned', 'A host of this session has banned you from it.');
    if (!occupant) throw new Forbidden('registration-needed', 'Register first: your link comes by e-mail.');
    if (occupant.kind === 'guest' && !seat) await this.commands.execute(new ShowPasscode(found.sessionId, shown.passcode, shown.from));
    if (found.needsPlace(role, seat)) await this.refuseWhenFull(found);
    if (seat?.present && !heldHere && !moveHere) throw new Refusal('seat-held-elsewhere', 'You are in on another device. Move here?');

    // A guest is nobody in particular, and may come as often as they throw their cookie away.
    if (!seat && occupant.kind === 'guest') await visit.anotherGuest?.(found.sessionId);
    const room = await this.rooms.keep(found);
    // Whoever has a seat of this session in this browser already has the cookie for the next one, too.
    const cookie = device ?? visit.firstCookie?.(room.sessionId) ?? newToken();
    const onStage = room.onStageFromTheStart(role);
    const taken = seat ?? new Seat({ sessionId: room.sessionId, role, name, occupant, onStage, cookieHash: hashToken(cookie), now });
    if (seat && !heldHere) seat.moveTo(hashToken(cookie));
    if (!seat) taken.beginSilenced(room.held);
    taken.agreeToRecording(shown.recordingAgreed === true, room, now);
    taken.join(name, room, now);
    const ticket = newToken();
    taken.admit(hashToken(ticket), credential, now);
    this.em.persist(taken);
    await this.em.flush();
    await this.steps.ofSeat(taken.id, seat && !heldHere ? 'moved' : 'joined');
    if (seat && !heldHere) this.announcements.announce('seat-moved', { seatId: taken.id, holding: taken.holding });
    return { sessionId: room.sessionId, seatId: taken.id, ticket, place: room.placeOfSeat(taken), ...(cookie !== visit.cookie(room.sessionId) && { cookie }) };
  }
}
