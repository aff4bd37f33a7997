import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Moderation, Person, Role, ServerMessage, You } from '../../client/protocol.js';
import { ReadTogether } from '../platform/database/read-together.js';
import { Clock } from '../platform/model/clock.js';
import { MediaRooms, type Feed } from './media-rooms.js';
import { Room } from './model/room.js';
import { isAtDoor, Seat, type Admission } from './model/seat.js';

/** A crowd's reads of the same thing follow each other no sooner (ms). */
const APART_MS = 10;
/** So many of those who knock are named to hosts; the others come up as these go in. */
const KNOCKING_NAMED = 50;

/** What is true of a room now, read from the database each time it is told; once for all who ask in the same moment. */
@Injectable()
export class WholeState {
  private readonly rooms = new ReadTogether<Room | null>(APART_MS);
  private readonly seen = new ReadTogether<Person[]>(APART_MS);
  private readonly sent = new ReadTogether<readonly Feed[]>(APART_MS);
  private readonly runs = new ReadTogether<{ started_at: string } | undefined>();

  constructor(
    private readonly em: EntityManager,
    private readonly media: MediaRooms,
    private readonly clock: Clock,
  ) {}

  /** To look at, not to change: others may look at the same one. */
  room(by: string | { slug: string }): Promise<Room | null> {
    const where = typeof by === 'string' ? { sessionId: by } : by;
    return this.shared(this.rooms, JSON.stringify(where), (em) => em.findOne(Room, where, { disableIdentityMap: true }));
  }

  /** Everything that a seat may know, as the message that tells it. */
  async of(seat: Seat): Promise<Extract<ServerMessage, { type: 'state' }>> {
    const room = (await this.room(seat.sessionId))!;
    const place = room.placeOfSeat(seat);
    const sees = place === 'room' || place === 'backstage';
    return {
      type: 'state',
      doors: room.doors,
      roster: room.roster,
      session: {
        id: room.sessionId,
        slug: room.slug,
        title: room.title,
        theme: room.theme,
        status: room.status,
        startedAt: room.startedAt?.toISOString() ?? null,
        endedAt: room.endedAt?.toISOString() ?? null,
        when: room.when,
        hostMissing: room.hostMissing,
        ...(!isAtDoor(seat) && room.lastWords),
        ...room.countdown(this.clock.now()),
      },
      you: this.you(room, seat),
      moderation: await this.moderation(room, seat.role),
      people: sees ? await this.people(room) : [],
      waiting: seat.role === 'attendee' || place === 'door' ? null : await this.waiting(room),
      media: this.media.available,
    };
  }

  /** Whom those in the room, or backstage before the start, see. */
  people(room: Room): Promise<Person[]> {
    const where = { sessionId: room.sessionId, present: true, left: false, admission: 'admitted' as const, ...this.visible(room) };
    return this.shared(this.seen, JSON.stringify(where), async (em) => {
      const seats = await em.find(Seat, where, { disableIdentityMap: true, orderBy: { takenAt: 'asc', id: 'asc' } });
      return seats.map((seat) => seat.asPerson());
    });
  }

  /** Who sends, in the order in which they came; before the start hosts and speakers alone. */
  feeds(room: Room): Promise<readonly Feed[]> {
    const where = { sessionId: room.sessionId, present: true, left: false, admission: 'admitted' as const, onStage: true, feedId: { $ne: null }, ...(room.status !== 'live' && { role: { $ne: 'attendee' as const } }) };
    return this.shared(this.sent, JSON.stringify(where), async (em) => {
      const seats = await em.find(Seat, where, { disableIdentityMap: true, orderBy: { takenAt: 'asc', id: 'asc' } });
      return seats.map(({ id, feedId }) => ({ feedId: feedId!, seatId: id }));
    });
  }

  /** How many attendees are there whom nobody sees: waiting before the start, a webinar's audience after it. */
  async waiting(room: Room): Promise<number> {
    if (room.status === 'live' && room.showsAudience) return 0;
    return this.em.count(Seat, { sessionId: room.sessionId, role: 'attendee', present: true, left: false, admission: 'admitted', ...(room.status === 'live' && { onStage: false }) });
  }

  shows(room: Room, seat: { role: Role; onStage: boolean; admission: Admission }): boolean {
    if (isAtDoor(seat)) return false;
    if (room.status !== 'live') return seat.role !== 'attendee';
    return room.showsAudience || seat.onStage;
  }

  you(room: Room, seat: Seat): You {
    const { id, role, name, onStage, silenced, invitation, moderated: decided } = seat;
    return { seatId: id, role, name, place: room.placeOfSeat(seat), onStage, silenced, invited: invitation === 'awaited', steward: room.isSteward(seat), decided };
  }

  /** What hosts have decided; what concerns others than the receiver is for hosts alone. */
  async moderation(room: Room, role: Role): Promise<Moderation> {
    const { locked, held } = room;
    const recorded = await this.recorded(room);
    if (role !== 'host') return { number: room.moderation, locked, held, ...recorded };
    const [knocking, knocks, invited] = await Promise.all([
      this.em.find(Seat, this.atDoor(room), { disableIdentityMap: true, orderBy: { knockedAt: 'asc', id: 'asc' }, limit: KNOCKING_NAMED }),
      this.em.count(Seat, this.atDoor(room)),
      this.em.find(Seat, { sessionId: room.sessionId, invitation: { $ne: null }, left: false }, { disableIdentityMap: true, orderBy: { takenAt: 'asc', id: 'asc' } }),
    ]);
    return {
      number: room.moderation + room.knocks,
      locked,
      held,
      ...recorded,
      knocking: knocking.map(({ id, name, knockedAt, wasRemoved }) => ({ seatId: id, name, at: (knockedAt ?? new Date(0)).toISOString(), removed: wasRemoved })),
      knocks,
      invitations: invited.map(({ id, name, invitation }) => ({ seatId: id, name, answer: invitation! })),
    };
  }

  /** Inside a transaction everybody reads alone, what they have written themselves. */
  private shared<Value>(together: ReadTogether<Value>, key: string, read: (em: EntityManager) => Promise<Value>): Promise<Value> {
    return this.em.isInTransaction() ? read(this.em) : together.of(key, () => read(this.em.fork()));
  }

  private async recorded({ sessionId, recording }: Room): Promise<{ recordable?: true; recording?: string }> {
    if (recording === 'off') return {};
    const running = await this.shared(this.runs, sessionId, async (em) => (await em.execute<{ started_at: string }[]>('select started_at from conferencing.recording where session_id = ? and stopped_at is null', [sessionId]))[0]);
    return { recordable: true, ...(running && { recording: new Date(running.started_at).toISOString() }) };
  }

  private atDoor({ sessionId }: Room) {
    return { sessionId, admission: 'knocking' as const, present: true, left: false };
  }

  private visible(room: Room): { role?: object; onStage?: boolean } {
    if (room.status !== 'live') return { role: { $ne: 'attendee' } };
    return room.showsAudience ? {} : { onStage: true };
  }
}
