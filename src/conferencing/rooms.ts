import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { SessionAsPlanned } from '../scheduling/events.js';
import { Room } from './model/room.js';

/** Finds a session's room. Somebody may come before the event that makes it: then Scheduling is asked. */
@Injectable()
export class Rooms {
  constructor(
    private readonly em: EntityManager,
    private readonly queries: QueryBus,
  ) {}

  /** Changes nothing: a room that is not there yet is only thought of, until somebody takes a seat (`keep`). */
  async find(by: { slug: string } | { sessionId: string }): Promise<Room | null> {
    const room = await this.em.findOne(Room, by);
    if (room) return room;
    const facts = await this.queries.execute(new SessionAsPlanned(by));
    if (!facts) return null;
    const made = new Room(facts);
    const { startedAt, endedAt } = facts;
    return Object.assign(made, { startedAt: startedAt && new Date(startedAt), endedAt: endedAt && new Date(endedAt) });
  }

  /** The event's subscriber, or another visitor, may make it at the same moment: the first one stays. */
  async keep(room: Room): Promise<Room> {
    const { sessionId } = room;
    const kept = await this.em.findOne(Room, { sessionId });
    if (kept) return kept;
    await this.em.upsert(Room, room, { onConflictFields: ['sessionId'], onConflictAction: 'ignore' });
    return this.em.findOneOrFail(Room, { sessionId }, { refresh: true });
  }
}
