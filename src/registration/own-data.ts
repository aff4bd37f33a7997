import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Configuration } from '../platform/config/configuration.js';
import type { Answers, RegistrationStatus } from './events.js';
import type { FormField } from '../scheduling/events.js';
import { RegistrationByLink } from './registration-by-link.js';

export interface Data {
  session: { id: string; title: string; hostName: string; address: string; startsAt: string; endsAt: string; timeZone: string };
  registration: { id: string; email: string; name: string; timeZone: string; locale: string; status: RegistrationStatus; registeredAt: string; linkLastAskedForAt: string };
  /** `question` is null where the form no longer asks it. */
  answers: { key: string; question: string | null; answer: Answers[string] }[];
  erasedAfterDays: number;
}

/** Everything that is held about a registrant here, for themselves. */
export class OwnData extends Query<Data> {
  constructor(readonly token: string) {
    super();
  }
}

@QueryHandler(OwnData)
export class OwnDataHandler implements IQueryHandler<OwnData> {
  constructor(
    private readonly links: RegistrationByLink,
    private readonly configuration: Configuration,
  ) {}

  async execute({ token }: OwnData): Promise<Data> {
    const { registration, session } = await this.links.find(token);
    const { sessionId, title, slug, host, when, form } = session;
    const { email, name, timeZone, locale, status } = registration.facts();
    return {
      session: { id: sessionId, title, hostName: host.name, address: `${this.configuration.publicUrl}/s/${slug}`, startsAt: when.startsAt, endsAt: when.endsAt, timeZone: when.timeZone },
      registration: {
        id: registration.id, email, name, timeZone, locale, status,
        registeredAt: registration.registeredAt.toISOString(),
        linkLastAskedForAt: registration.linkAskedAt.toISOString(),
      },
      answers: inOrderOf(form ?? [], registration.answers ?? {}),
      erasedAfterDays: this.configuration.retentionDays,
    };
  }
}

/** As the form asks them; after them what it once asked. */
function inOrderOf(form: readonly FormField[], answers: Answers): Data['answers'] {
  const given = new Map(Object.entries(answers));
  const asked = form.flatMap(({ key, label }) => (given.has(key) ? [{ key, question: label, answer: given.get(key)! }] : []));
  for (const { key } of asked) given.delete(key);
  return [...asked, ...[...given].map(([key, answer]) => ({ key, question: null, answer }))];
}
