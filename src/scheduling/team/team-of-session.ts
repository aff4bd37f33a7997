import { EntityManager } from '@mikro-orm/postgresql';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { Teammate } from '../model/teammate.js';
import { sessionOf } from '../session-of.js';

/** The hosts and speakers whom the organizer named, in that order. */
export class TeamOfSession extends Query<Teammate[]> {
  constructor(
    readonly sessionId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@QueryHandler(TeamOfSession)
export class TeamOfSessionHandler implements IQueryHandler<TeamOfSession> {
  constructor(private readonly em: EntityManager) {}

  async execute({ sessionId, by }: TeamOfSession): Promise<Teammate[]> {
    const session = await sessionOf(this.em, sessionId, by);
    return this.em.find(Teammate, { sessionId: session.id, status: 'named' }, { orderBy: { namedAt: 'asc', id: 'asc' } });
  }
}
