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

  async find(by: { slug: string } | { sessionId: string }): Promise<Room | null> {
    const room = await this.em.findOne(Room, by);
    if (room) return room;
    const facts = await this.queries.execute(new SessionAsPlanned(by));
    if (!facts) return null;
    const made = new Room(facts);
    const { startedAt, endedAt } = facts;
    Object.assign(made, { startedAt: startedAt && new Date(startedAt), endedAt: endedAt && new Date(endedAt) });
    // The event's subscriber, or another visitor, may make it at the same moment: the first one stays.
    await this.em.upsert(Room, made, { onConflictFields: ['sessionId'], onConflictAction: 'ignore' });
    return this.em.findOneOrFail(Room, { sessionId: facts.sessionId }, { refresh: true });
  }
}
