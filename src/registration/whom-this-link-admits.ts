import { EntityManager } from '@mikro-orm/postgresql';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { WhomThisLinkAdmits, type Admission } from './events.js';
import { Registration } from './model/registration.js';

@QueryHandler(WhomThisLinkAdmits)
export class WhomThisLinkAdmitsHandler implements IQueryHandler<WhomThisLinkAdmits> {
  constructor(private readonly em: EntityManager) {}

  async execute({ tokenHash }: WhomThisLinkAdmits): Promise<Admission | null> {
    const registration = await this.em.findOne(Registration, { tokenHash });
    if (!registration || registration.status === 'withdrawn') return null;
    return { registrationId: registration.id, sessionId: registration.sessionId, name: registration.name ?? '', status: registration.status, locale: registration.locale, barred: registration.status === 'barred' };
  }
}
