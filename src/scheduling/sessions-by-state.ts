import { EntityManager, type FilterQuery } from '@mikro-orm/postgresql';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { Clock } from '../platform/model/clock.js';
import { READY_BEFORE_MS } from './events.js';
import { Session } from './model/session.js';

export const SESSION_STATES = ['ready', 'live', 'upcoming', 'past', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** Which ones are looked for. */
export interface Sought {
  /** Words, each of which occurs in the title. */
  search?: string;
  /** Days on the wall of each session's own zone, `2026-12-01`; both included. */
  from?: string;
  to?: string;
}

/** A workspace's sessions, soonest first; those that are over, latest first. */
export class SessionsByState extends Query<Session[]> {
  constructor(
    readonly by: Principal,
    readonly state?: SessionState,
    readonly sought: Sought = {},
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

  async execute({ by, state, sought, limit }: SessionsByState): Promise<Session[]> {
    const over = state === 'past' || state === 'cancelled';
    return this.em.find(Session, { workspaceId: by.workspaceId, ...this.inState(state), ...within(sought), ...(await this.titled(by.workspaceId, sought.search)) } as FilterQuery<Session>, { orderBy: { startsAt: over ? 'desc' : 'asc' }, limit });
  }

  /** In every alphabet, which the ORM's own comparison is not. */
  private async titled(workspaceId: string, search = ''): Promise<object> {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
    if (words.length === 0) return {};
    const found = await this.em.execute<{ id: string }[]>(
      `select id from scheduling.session where workspace_id = ? ${words.map(() => 'and strpos(lower(title collate "und-x-icu"), ?) > 0').join(' ')}`, [workspaceId, ...words]);
    return { id: { $in: found.map(({ id }) => id) } };
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

function within({ from, to }: Sought): object {
  return from || to ? { wallTime: { ...(from && { $gte: from }), ...(to && { $lt: `${to}U` }) } } : {}; // sorts after each `T…` of the day
}
