import { EntityManager } from '@mikro-orm/postgresql';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { SessionAsPlanned, type FormerField } from './events.js';
import { Session } from './model/session.js';
import { sessionOf } from './session-of.js';

/** One session, for its organizers. */
export class SessionDetails extends Query<Session> {
  constructor(
    readonly sessionId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@QueryHandler(SessionDetails)
export class SessionDetailsHandler implements IQueryHandler<SessionDetails> {
  constructor(private readonly em: EntityManager) {}

  execute({ sessionId, by }: SessionDetails): Promise<Session> {
    return sessionOf(this.em, sessionId, by);
  }
}

/** The same for later contexts, asked at the moment when it counts. */
@QueryHandler(SessionAsPlanned)
export class SessionAsPlannedHandler implements IQueryHandler<SessionAsPlanned> {
  constructor(private readonly em: EntityManager) {}

  async execute({ by }: SessionAsPlanned): Promise<ReturnType<Session['facts']> & { startedAt: string | null; endedAt: string | null; askedBefore: FormerField[] } | null> {
    const session = await this.em.findOne(Session, 'slug' in by ? { slug: by.slug } : { id: by.sessionId });
    return session && { ...session.facts(), startedAt: session.startedAt?.toISOString() ?? null, endedAt: session.endedAt?.toISOString() ?? null, askedBefore: session.askedBefore };
  }
}
