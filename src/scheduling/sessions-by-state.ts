import { EntityManager, type FilterQuery } from '@mikro-orm/postgresql';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { Clock } from '../platform/model/clock.js';
import { Invalid } from '../platform/model/refusal.js';
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

export interface SessionsPage {
  items: Session[];
  /** Where the next page begins; null on the last. */
  next: string | null;
}

export const MOST_ON_A_PAGE = 200;

/** A workspace's sessions, soonest first; those that are over, latest first. A page at a time. */
export class SessionsByState extends Query<SessionsPage> {
  constructor(
    readonly by: Principal,
    readonly state?: SessionState,
    readonly sought: Sought = {},
    readonly page: { limit?: number; after?: string } = {},
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

  async execute({ by, state, sought, page: { limit = MOST_ON_A_PAGE, after } }: SessionsByState): Promise<SessionsPage> {
    const direction = state === 'past' || state === 'cancelled' ? 'desc' : 'asc';
    const behind = after === undefined ? [] : behindPlace(after, direction);
    const wanted = { $and: [{ workspaceId: by.workspaceId }, this.inState(state), within(sought), await this.titled(by.workspaceId, sought.search), ...behind].filter((one) => Object.keys(one).length > 0) };
    const found = await this.em.find(Session, wanted as FilterQuery<Session>, { orderBy: { startsAt: direction, id: direction }, limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { items, next: found.length > limit && last ? placeOf(last) : null };
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

const placeOf = ({ startsAt, id }: Session): string => Buffer.from(JSON.stringify([startsAt.toISOString(), id])).toString('base64url');

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Said twice, so that the index by the start is followed from there on. @throws Invalid for what no page has said. */
function behindPlace(after: string, direction: 'asc' | 'desc'): object[] {
  const than = direction === 'asc' ? '$gt' : '$lt';
  try {
    const [place, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[];
    const at = new Date(String(place));
    if (typeof place === 'string' && !Number.isNaN(at.getTime()) && at.toISOString() === place && typeof id === 'string' && UUID.test(id)) {
      return [{ startsAt: { [`${than}e`]: at } }, { $or: [{ startsAt: { [than]: at } }, { id: { [than]: id } }] }];
    }
  } catch {
    // not one of ours: said below
  }
  throw Invalid.at('/after', 'cursor', 'Use the `next` of the page before.');
}

function within({ from, to }: Sought): object {
  return from || to ? { wallTime: { ...(from && { $gte: from }), ...(to && { $lt: `${to}U` }) } } : {}; // sorts after each `T…` of the day
}
