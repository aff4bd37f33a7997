import { EntityManager } from '@mikro-orm/postgresql';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { HoldingsOfAccount, type Holding, type Member } from '../../identity/events.js';

/**
 * What becomes of a workspace: `closes` with the last who belongs to it, `stays` in an owner's hands, or `needs-owner`
 * before anybody may leave it.
 */
export const WORKSPACE_FATES = ['closes', 'stays', 'needs-owner'] as const;
export type WorkspaceFate = (typeof WORKSPACE_FATES)[number];

export interface LeftBehind {
  workspaceId: string;
  name: string;
  fate: WorkspaceFate;
  /** To whom the sessions pass; null unless it stays. */
  successor: string | null;
  /** Planned sessions that are cancelled, so that everybody is told; live ones that end; sessions that pass to the successor. */
  cancelled: number;
  ended: number;
  handedOver: number;
}

/** Before somebody leaves for good: what becomes of their sessions, workspace by workspace. */
export class WhatLeavingEnds extends Query<LeftBehind[]> {
  constructor(readonly userId: string) {
    super();
  }
}

@QueryHandler(WhatLeavingEnds)
export class WhatLeavingEndsHandler implements IQueryHandler<WhatLeavingEnds> {
  constructor(private readonly em: EntityManager, private readonly queries: QueryBus) {}

  async execute({ userId }: WhatLeavingEnds): Promise<LeftBehind[]> {
    const holdings = await this.queries.execute(new HoldingsOfAccount(userId));
    return Promise.all(holdings.map(async (holding) => {
      const fate = fateOf(holding);
      const rows = await this.em.execute<{ status: string; sessions: number }[]>(
        `select status, count(*)::int as sessions from scheduling.session where workspace_id = ? and status in ('scheduled', 'live') ${fate === 'closes' ? '' : 'and host_user_id = ?'} group by status`,
        [holding.workspaceId, ...(fate === 'closes' ? [] : [userId])]);
      const count = (status: string): number => rows.find((row) => row.status === status)?.sessions ?? 0;
      return {
        workspaceId: holding.workspaceId, name: holding.name, fate, successor: successorIn(holding)?.name ?? null,
        cancelled: fate === 'closes' ? count('scheduled') : 0,
        ended: fate === 'closes' ? count('live') : 0,
        handedOver: fate === 'closes' ? 0 : count('scheduled') + count('live'),
      };
    }));
  }
}

export function fateOf({ others }: Holding): WorkspaceFate {
  return others.length === 0 ? 'closes' : others.some(({ role }) => role === 'owner') ? 'stays' : 'needs-owner';
}

/** Another owner, the first by name. */
export const successorIn = ({ others }: Holding): Member | undefined => others.find(({ role }) => role === 'owner');
