import { EntityManager } from '@mikro-orm/postgresql';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { WayOfRegistrant, type StepOnTheWay } from '../conferencing/events.js';
import type { Principal } from '../identity/principal.js';
import { MailsToPerson, type MailToPerson } from '../notification/events.js';
import { NotFound } from '../platform/model/refusal.js';
import { RegistrantOfSession, type RegistrantFacts } from '../registration/events.js';
import type { Turn } from './turns.js';

export interface Told {
  at: string;
  what: StepOnTheWay['what'] | Turn | 'registered' | 'mail';
  detail: string | null;
  mail: { kind: MailToPerson['kind']; minutesBefore: number | null; event: string } | null;
}

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
    private readonly em: EntityManager,
  ) {}

  async execute({ sessionId, registrationId, by }: StoryOfRegistrant): Promise<Story> {
    const registrant = await this.queries.execute(new RegistrantOfSession(sessionId, registrationId, by.workspaceId));
    if (!registrant) throw new NotFound('registration');
    const turns = await this.em.fork().execute<{ at: Date; what: Turn }[]>('select at, what from reporting.turn where registration_id = ? and session_id = ? order by version', [registrationId, sessionId]);
    const [mails, way] = await Promise.all([this.queries.execute(new MailsToPerson(sessionId, registrationId)), this.queries.execute(new WayOfRegistrant(sessionId, registrationId))]);
    const events: Told[] = [
      { at: registrant.registeredAt, what: 'registered', detail: null, mail: null },
      ...turns.map(({ at, what }) => ({ at: new Date(at).toISOString(), what, detail: null, mail: null })),
      ...mails.flatMap(({ kind, minutesBefore, history }) => history.map(({ at, event, answer }) => ({ at, what: 'mail' as const, detail: answer, mail: { kind, minutesBefore, event } }))),
      ...way.map((step) => ({ ...step, mail: null })),
    ];
    return { ...registrant, events: events.sort((a, b) => a.at.localeCompare(b.at)) };
  }
}
