import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AccentOfWorkspace } from '../identity/events.js';
import { Clock } from '../platform/model/clock.js';
import { NotFound } from '../platform/model/refusal.js';
import { SessionAsPlanned, publicFacts } from '../scheduling/events.js';

/** What anybody with its address may know of a session. */
export class PublicSession extends Query<ReturnType<typeof publicFacts>> {
  constructor(readonly slug: string) {
    super();
  }
}

@QueryHandler(PublicSession)
export class PublicSessionHandler implements IQueryHandler<PublicSession> {
  constructor(
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  async execute({ slug }: PublicSession): Promise<ReturnType<typeof publicFacts>> {
    const facts = await this.queries.execute(new SessionAsPlanned({ slug }));
    if (!facts) throw new NotFound('session');
    return publicFacts(facts, await this.queries.execute(new AccentOfWorkspace(facts.workspaceId)), this.clock.now());
  }
}
