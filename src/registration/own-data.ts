import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Configuration } from '../platform/config/configuration.js';
import { OwnData, type Answers, type OwnFacts } from './events.js';
import type { FormField } from '../scheduling/events.js';
import { RegistrationByLink } from './registration-by-link.js';

@QueryHandler(OwnData)
export class OwnDataHandler implements IQueryHandler<OwnData> {
  constructor(
    private readonly links: RegistrationByLink,
    private readonly configuration: Configuration,
  ) {}

  async execute({ token }: OwnData): Promise<OwnFacts> {
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
function inOrderOf(form: readonly FormField[], answers: Answers): OwnFacts['answers'] {
  const given = new Map(Object.entries(answers));
  const asked = form.flatMap(({ key, label }) => (given.has(key) ? [{ key, question: label, answer: given.get(key)! }] : []));
  for (const { key } of asked) given.delete(key);
  return [...asked, ...[...given].map(([key, answer]) => ({ key, question: null, answer }))];
}
