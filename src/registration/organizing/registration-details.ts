import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import type { Registration } from '../model/registration.js';
import { Organized } from './organized.js';

/** One registration of the organizer's own session, whole and with its version. */
export class RegistrationDetails extends Query<Registration> {
  constructor(
    readonly sessionId: string,
    readonly registrationId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@QueryHandler(RegistrationDetails)
export class RegistrationDetailsHandler implements IQueryHandler<RegistrationDetails> {
  constructor(private readonly organized: Organized) {}

  execute({ sessionId, registrationId, by }: RegistrationDetails): Promise<Registration> {
    return this.organized.registration(sessionId, registrationId, by);
  }
}
