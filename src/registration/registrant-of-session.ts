import { EntityManager } from '@mikro-orm/postgresql';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { SessionCopies } from './copy-sessions.js';
import { RegistrantOfSession, type RegistrantFacts } from './events.js';
import { Registration } from './model/registration.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@QueryHandler(RegistrantOfSession)
export class RegistrantOfSessionHandler implements IQueryHandler<RegistrantOfSession> {
  constructor(
    private readonly em: EntityManager,
    private readonly copies: SessionCopies,
  ) {}

  async execute({ sessionId, registrationId, workspaceId }: RegistrantOfSession): Promise<RegistrantFacts | null> {
    await this.copies.of(sessionId, { workspaceId });
    const found = UUID.test(registrationId) ? await this.em.findOne(Registration, { id: registrationId, sessionId, erasedAt: null }) : null;
    return found && { registrationId, name: found.name ?? '', email: found.email ?? '', status: found.status, registeredAt: found.registeredAt.toISOString() };
  }
}
