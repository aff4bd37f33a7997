import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AccentOfWorkspace } from '../identity/events.js';
import { Clock } from '../platform/model/clock.js';
import { publicFacts, type FormField } from '../scheduling/events.js';
import type { Answers, RegistrationStatus } from './events.js';
import { RegistrationByLink } from './registration-by-link.js';

export interface Own {
  session: ReturnType<typeof publicFacts>;
  registration: { email: string; name: string; answers: Answers; timeZone: string; locale: string; status: RegistrationStatus; offeredUntil: string | null; registeredAt: string };
  /** What the form asks today; answers to what it once asked may be older. */
  fields: FormField[];
  /** Whether answers may be changed, and the seat or the place in line given up. */
  changeable: boolean;
}

/** A registration, for whoever holds its personal link. */
export class OwnRegistration extends Query<Own> {
  constructor(readonly token: string) {
    super();
  }
}

@QueryHandler(OwnRegistration)
export class OwnRegistrationHandler implements IQueryHandler<OwnRegistration> {
  constructor(
    private readonly links: RegistrationByLink,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  async execute({ token }: OwnRegistration): Promise<Own> {
    const { registration, session, over } = await this.links.find(token);
    const { email, name, timeZone, locale, status, offeredUntil = null } = registration.facts();
    return {
      session: publicFacts(session, await this.queries.execute(new AccentOfWorkspace(session.workspaceId)), this.clock.now()),
      registration: { email, name, answers: registration.answers ?? {}, timeZone, locale, status, offeredUntil, registeredAt: registration.registeredAt.toISOString() },
      fields: session.form ?? [],
      changeable: (status === 'confirmed' || status === 'pending' || status === 'waitlisted' || status === 'offered') && !over,
    };
  }
}
