import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { NotFound } from '../platform/model/refusal.js';
import { RegistrantOfSession, type RegistrantFacts } from '../registration/events.js';
import { Happenings, type Told } from './happenings.js';

export interface Story extends RegistrantFacts {
  events: Told[];
}

/** Why was she not in? Everything that became of one registrant, from the registering to the leaving. */
export class StoryOfRegistrant extends Query<Story> {
  constructor(
    readonly sessionId: string,
    readonly registrationId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@QueryHandler(StoryOfRegistrant)
export class StoryOfRegistrantHandler implements IQueryHandler<StoryOfRegistrant> {
  constructor(
    private readonly queries: QueryBus,
    private readonly happenings: Happenings,
  ) {}

  async execute({ sessionId, registrationId, by }: StoryOfRegistrant): Promise<Story> {
    const registrant = await this.queries.execute(new RegistrantOfSession(sessionId, registrationId, by.workspaceId));
    if (!registrant) throw new NotFound('registration');
    return { ...registrant, events: await this.happenings.of({ sessionId, registrationId, registeredAt: registrant.registeredAt }) };
  }
}
