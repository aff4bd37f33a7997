import { EntityManager, type FilterQuery } from '@mikro-orm/postgresql';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { Clock } from '../platform/model/clock.js';
import { READY_BEFORE_MS } from './events.js';
import { Session } from './model/session.js';

export const SESSION_STATES = ['ready', 'live', 'upcoming', 'past', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** A workspace's sessions, soonest first; those that are over, latest first. */
export class SessionsByState extends Query<Session[]> {
  constructor(
    readonly by: Principal,
    readonly state?: SessionState,
    readonly limit = 200,
  ) {
    super();
  }
}

@QueryHandler(SessionsByState)
export class SessionsByStateHandler implements IQueryHandler<SessionsByState> {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  execute({ by, state, limit }: SessionsByState): Promise<Session[]> {
    const over = state === 'past' || state === 'cancelled';
    return this.em.find(Session, { workspaceId: by.workspaceId, ...this.inState(state) } as FilterQuery<Session>, { orderBy: { startsAt: over ? 'desc' : 'asc' }, limit });
  }

  /** *Ready* is derived: scheduled, and the start is at most 30 minutes away (or past, and nobody started it yet). */
  private inState(state: SessionState | undefined): object {
    const soon = new Date(this.clock.now().getTime() + READY_BEFORE_MS);
    switch (state) {
      case 'ready': return { status: 'scheduled', startsAt: { $lte: soon } };
      case 'upcoming': return { status: 'scheduled', startsAt: { $gt: soon } };
      case 'live': return { status: 'live' };
      case 'past': return { status: 'ended' };
      case 'cancelled': return { status: 'cancelled' };
      case undefined: return {};
    }
  }
}
