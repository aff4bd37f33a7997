import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Person, Role, ServerMessage } from '../../client/protocol.js';
import { MediaRooms } from './media-rooms.js';
import { Room } from './model/room.js';
import { Seat } from './model/seat.js';

/** What is true of a room now, read from the database each time it is told. */
@Injectable()
export class WholeState {
  constructor(
    private readonly em: EntityManager,
    private readonly media: MediaRooms,
  ) {}

  room(sessionId: string): Promise<Room | null> {
    return this.em.findOne(Room, { sessionId }, { disableIdentityMap: true });
  }

  /** Everything that a seat may know, as the message that tells it. */
  async of(seat: Seat): Promise<Extract<ServerMessage, { type: 'state' }>> {
    const room = (await this.room(seat.sessionId))!;
    const place = room.placeOf(seat.role);
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
      },
      you: { seatId: seat.id, role: seat.role, name: seat.name, place, onStage: seat.onStage, steward: room.isSteward(seat) },
      people: sees ? await this.people(room) : [],
      waiting: seat.role === 'attendee' ? null : await this.waiting(room),
      media: this.media.available,
    };
  }

  /** Whom those in the room, or backstage before the start, see. */
  async people(room: Room): Promise<Person[]> {
    const seats = await this.em.find(
      Seat,
      { sessionId: room.sessionId, present: true, left: false, ...this.visible(room) },
      { disableIdentityMap: true, orderBy: { takenAt: 'asc', id: 'asc' } },
    );
    return seats.map((seat) => seat.asPerson());
  }

  /** How many attendees are there whom nobody sees: waiting before the start, a webinar's audience after it. */
  async waiting(room: Room): Promise<number> {
    if (room.status === 'live' && room.showsAudience) return 0;
    return this.em.count(Seat, { sessionId: room.sessionId, role: 'attendee', present: true, left: false, ...(room.status === 'live' && { onStage: false }) });
  }

  shows(room: Room, seat: { role: Role; onStage: boolean }): boolean {
    if (room.status !== 'live') return seat.role !== 'attendee';
    return room.showsAudience || seat.onStage;
  }

  private visible(room: Room): { role?: object; onStage?: boolean } {
    if (room.status !== 'live') return { role: { $ne: 'attendee' } };
    return room.showsAudience ? {} : { onStage: true };
  }
}
