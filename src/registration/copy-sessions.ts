import { EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { SessionAsPlanned, SessionCancelled, SessionDeleted, SessionEdited, SessionEnded, SessionRescheduled, SessionScheduled, SessionStarted, type SessionFacts } from '../scheduling/events.js';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { NotFound } from '../platform/model/refusal.js';
import { PlannedSession } from './model/planned-session.js';
import { Seats } from './seats.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Keeps Registration's own copy of what is planned; what is older than what it has, it ignores. */
@Injectable()
export class SessionCopies {
  private readonly looking = new Map<string, Promise<PlannedSession | null>>();

  constructor(
    private readonly em: EntityManager,
    private readonly queries: QueryBus,
  ) {}

  async keep(facts: SessionFacts): Promise<void> {
    const store = () =>
      this.em.upsert(PlannedSession, PlannedSession.of(facts), {
        onConflictFields: ['sessionId'],
        onConflictAction: 'merge',
        onConflictWhere: { copiedVersion: { $lt: facts.version } },
      });
    // Two who bring it at the same moment may meet at its address before they meet at its id: then it is there.
    // Inside a transaction that is over by that, and whoever runs it begins again.
    await store().catch((error: unknown) => (error instanceof UniqueConstraintViolationException && !this.em.isInTransaction() ? store() : Promise.reject(error)));
  }

  /** By its public address. A thousand who ask in the same moment are answered by one look. */
  bySlug(slug: string): Promise<PlannedSession | null> {
    const looking = this.looking.get(slug) ?? this.look(slug).finally(() => this.looking.delete(slug));
    this.looking.set(slug, looking);
    return looking;
  }

  /** Somebody may be faster than the event: then Scheduling is asked. */
  private async look(slug: string): Promise<PlannedSession | null> {
    const copy = await this.em.findOne(PlannedSession, { slug }, { disableIdentityMap: true });
    if (copy) return copy;
    const facts = await this.queries.execute(new SessionAsPlanned({ slug }));
    if (!facts) return null;
    await this.keep(facts); // a registration holds on to it
    return PlannedSession.of(facts);
  }

  /**
   * One of the organizer's own.
   *
   * @throws NotFound for one that is not there and for another workspace's alike.
   */
  async of(sessionId: string, by: { workspaceId: string }): Promise<PlannedSession> {
    const copy = UUID.test(sessionId) ? ((await this.em.findOne(PlannedSession, { sessionId })) ?? (await this.asked({ sessionId }))) : null;
    if (copy?.workspaceId !== by.workspaceId) throw new NotFound('session');
    return copy;
  }

  private async asked(by: { slug: string } | { sessionId: string }): Promise<PlannedSession | null> {
    const facts = await this.queries.execute(new SessionAsPlanned(by));
    return facts && PlannedSession.of(facts);
  }
}

@Subscriber(SessionScheduled, SessionEdited, SessionRescheduled, SessionStarted, SessionEnded, SessionCancelled)
export class CopySessionForRegistrationWhenChanged implements Subscribes<SessionScheduled> {
  constructor(
    private readonly copies: SessionCopies,
    private readonly seats: Seats,
  ) {}

  async handle({ facts }: SessionScheduled): Promise<void> {
    await this.copies.keep(facts);
    // There may be more seats than before, or a session to come to again.
    await this.seats.fill(facts.sessionId);
  }
}

@Subscriber(SessionDeleted)
export class ForgetSessionForRegistrationWhenDeleted implements Subscribes<SessionDeleted> {
  constructor(private readonly em: EntityManager) {}

  async handle({ facts }: SessionDeleted): Promise<void> {
    await this.em.nativeDelete(PlannedSession, { sessionId: facts.sessionId });
  }
}
