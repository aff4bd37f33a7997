import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Role } from '../../client/protocol.js';
import type { Principal } from '../identity/principal.js';
import { hashToken } from '../platform/config/sealed.js';
import { Forbidden, NotFound, Refusal } from '../platform/model/refusal.js';
import { WhomThisLinkAdmits } from '../registration/events.js';
import { WhomTheTeamAdmits, type TeamAdmission } from '../scheduling/events.js';
import type { Room } from './model/room.js';
import { Seat, type Occupant } from './model/seat.js';
import { Rooms } from './rooms.js';

/** What somebody at the door can show. */
export interface Visit {
  /** The token of a personal link. */
  token?: string;
  /** The end of the session's public address, or its id, for whoever has no link. */
  slug?: string;
  sessionId?: string;
  organizer: Principal | null;
  /** The seat cookie of a session, if this browser has one. */
  cookie(sessionId: string): string | undefined;
  /** The cookie that a first *Join* of this page gives: the same for each try, where the page names its try. */
  firstCookie?(sessionId: string): string | undefined;
  /** @throws Refusal where too many guests of late have taken a seat of that session from the same network. */
  anotherGuest?(sessionId: string): Promise<void>;
}

/** Who stands at the door, as read from the database at this moment. */
export interface Visitor {
  room: Room;
  role: Role;
  name: string;
  /** Null: this session wants a registration, and nothing shown here is one. */
  occupant: Occupant | null;
  seat: Seat | null;
  heldHere: boolean;
  /** This browser holds another seat of the session: the link that was opened is most likely somebody else's. */
  otherSeat?: Seat | null;
  /** The cookie by which this browser holds a seat of this session, be it another one: one cookie for all of them. */
  device: string | null;
  /** Registration has barred whom the link belongs to: a host's ban, whether they ever had a seat or not. */
  barred?: boolean;
  /** The sign-in or key that opened the door; null where something else did. */
  credential: string | null;
  /** What whom this link belongs to reads; null where no link tells. */
  language: string | null;
}

/**
 * Finds out who stands at the door. A personal link speaks first, then the account of a host or speaker of
 * the session, then the cookie of a seat; nothing of it is ever remembered from an earlier time.
 */
@Injectable()
export class Entrance {
  constructor(
    private readonly em: EntityManager,
    private readonly queries: QueryBus,
    private readonly rooms: Rooms,
  ) {}

  async find(visit: Visit): Promise<Visitor> {
    if (visit.token !== undefined) return this.byLink(visit.token, visit);
    const room = visit.slug ? await this.rooms.find({ slug: visit.slug }) : visit.sessionId ? await this.rooms.find({ sessionId: visit.sessionId }) : null;
    if (!room) throw new NotFound('session');
    const { organizer } = visit;
    if (isHostOf(room, organizer)) return this.visitor(room, 'host', organizer.name, { kind: 'organizer', id: organizer.userId }, visit);
    const named = await this.named(room, visit.organizer);
    return named ? this.visitor(room, named.role, named.name, { kind: 'teammate', id: named.teammateId }, visit) : this.byCookie(room, visit);
  }

  /** A member whom the organizer named has the same seat by their account as by their link. */
  async named({ sessionId, workspaceId }: Room, organizer: Principal | null): Promise<TeamAdmission | null> {
    return organizer?.workspaceId === workspaceId ? this.queries.execute(new WhomTheTeamAdmits({ sessionId, userId: organizer.userId })) : null;
  }

  private async byLink(token: string, visit: Visit): Promise<Visitor> {
    const tokenHash = hashToken(token);
    const [registered, named] = token.length <= 64
      ? await Promise.all([this.queries.execute(new WhomThisLinkAdmits(tokenHash)), this.queries.execute(new WhomTheTeamAdmits({ tokenHash }))])
      : [null, null];
    if (registered && registered.status in WHY_NOT) throw new Forbidden(`registration-${registered.status}`, WHY_NOT[registered.status]!);
    const room = (registered ?? named) && (await this.rooms.find({ sessionId: (registered ?? named)!.sessionId }));
    if (room && registered) return { ...(await this.visitor(room, 'attendee', registered.name, { kind: 'registration', id: registered.registrationId }, visit)), language: registered.locale, barred: registered.barred };
    if (room && named) return this.visitor(room, named.role, named.name, { kind: 'teammate', id: named.teammateId }, visit);
    throw new Refusal('link-not-found', 'This link no longer works.', 404);
  }

  private async byCookie(room: Room, visit: Visit): Promise<Visitor> {
    const { seats, device } = await this.heldBy(visit, room);
    // Of two who share the browser, the one who is not banned: the other's ban is not theirs.
    seats.sort((one, other) => Number(one.admission === 'banned') - Number(other.admission === 'banned'));
    // A seat that an account took is entered by that account alone: signing out closes it.
    for (const seat of seats) {
      if (seat.credential !== null || seat.occupantKind === 'organizer' || !(await this.isStillNamed(seat))) continue;
      return { room, role: seat.role, name: seat.name, occupant: occupantOf(seat), seat, heldHere: true, device, credential: null, language: null };
    }
    return { room, role: 'attendee', name: '', occupant: room.needsRegistration ? null : { kind: 'guest' }, seat: null, heldHere: false, device, credential: null, language: null };
  }

  /** Who was taken off the team has no seat there any more, whatever their cookie says. True of everybody else. */
  async isStillNamed({ occupantKind, occupantId }: Seat): Promise<boolean> {
    return occupantKind !== 'teammate' || (await this.queries.execute(new WhomTheTeamAdmits({ teammateId: occupantId }))) !== null;
  }

  private async visitor(room: Room, role: Role, name: string, occupant: Exclude<Occupant, { kind: 'guest' }>, visit: Visit): Promise<Visitor> {
    const seat = await this.em.findOne(Seat, { sessionId: room.sessionId, occupantKind: occupant.kind, occupantId: occupant.id });
    const { seats, device } = await this.heldBy(visit, room);
    const heldHere = seats.some(({ id }) => id === seat?.id);
    const otherSeat = visit.token !== undefined && !heldHere ? (seats.find(({ left }) => !left) ?? null) : null;
    // A steward who has started is the host.
    return { room, role: seat?.role === 'host' ? 'host' : role, name: seat?.name ?? name, occupant, seat, heldHere, otherSeat, device, credential: visit.token === undefined ? (visit.organizer?.credential ?? null) : null, language: null };
  }

  /** All seats that this browser holds here, the last taken first. Two people may share it: each has a seat of their own. */
  private async heldBy(visit: Visit, { sessionId }: Room): Promise<{ seats: Seat[]; device: string | null }> {
    for (const cookie of [visit.cookie(sessionId), visit.firstCookie?.(sessionId)]) {
      const seats = cookie ? await this.em.find(Seat, { sessionId, cookieHash: hashToken(cookie) }, { orderBy: { takenAt: 'desc', id: 'desc' } }) : [];
      if (cookie && seats.length > 0) return { seats, device: cookie };
    }
    return { seats: [], device: null };
  }
}

/** Who is known by a link, and has no seat. */
const WHY_NOT: Readonly<Record<string, string>> = {
  pending: 'The organizer has not answered this registration yet.',
  waitlisted: 'All seats are taken. The link opens the door as soon as one is free.',
  offered: 'A seat is held for you. Accept it on the page that your mail leads to, and this link opens the door.',
  denied: 'The organizer could not approve this registration.',
  revoked: 'The organizer has taken this link back: it opens nothing any more.',
};

const occupantOf = (seat: Seat): Occupant => (seat.occupantKind === 'guest' ? { kind: 'guest' } : { kind: seat.occupantKind, id: seat.occupantId });

export function isHostOf(room: Room, organizer: Principal | null): organizer is Principal {
  return organizer !== null && organizer.workspaceId === room.workspaceId && (organizer.role === 'owner' || organizer.userId === room.hostUserId);
}
