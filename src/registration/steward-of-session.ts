import { EntityManager } from '@mikro-orm/postgresql';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { SessionAsPlanned, WhomTheTeamAdmits, type Steward } from '../scheduling/events.js';
import { SessionCopies } from './copy-sessions.js';
import { Registration } from './model/registration.js';

/** Who may start where no host comes; null for nobody, and for who has no seat any more. */
export class StewardOfSession extends Query<(Steward & { name: string }) | null> {
  constructor(
    readonly sessionId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@QueryHandler(StewardOfSession)
export class StewardOfSessionHandler implements IQueryHandler<StewardOfSession> {
  constructor(
    private readonly em: EntityManager,
    private readonly copies: SessionCopies,
    private readonly queries: QueryBus,
  ) {}

  async execute({ sessionId, by }: StewardOfSession): Promise<(Steward & { name: string }) | null> {
    await this.copies.of(sessionId, by);
    const steward = (await this.queries.execute(new SessionAsPlanned({ sessionId })))?.steward;
    const name = steward && (await this.nameOf(steward));
    return steward && name ? { ...steward, name } : null;
  }

  private async nameOf({ kind, id }: Steward): Promise<string | null> {
    if (kind === 'teammate') return (await this.queries.execute(new WhomTheTeamAdmits({ teammateId: id })))?.name ?? null;
    return (await this.em.findOne(Registration, { id, status: 'confirmed' }))?.name ?? null;
  }
}
