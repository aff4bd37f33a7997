import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { Clock } from '../../platform/model/clock.js';
import type { Registration } from '../model/registration.js';
import { Seats } from '../seats.js';
import { Organized } from './organized.js';

/** The link is taken back: it opens nothing, whoever came in by it is shown out, and registering again is no way back in. A seat that is freed by it goes to who is first in line. */
export class RevokeRegistration extends Command<Registration> {
  constructor(
    readonly sessionId: string,
    readonly registrationId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(RevokeRegistration)
export class RevokeRegistrationHandler implements ICommandHandler<RevokeRegistration> {
  constructor(
    private readonly em: EntityManager,
    private readonly organized: Organized,
    private readonly clock: Clock,
    private readonly seats: Seats,
  ) {}

  execute({ sessionId, registrationId, by }: RevokeRegistration): Promise<Registration> {
    return this.em.transactional(async () => {
      this.organized.refuseWhenOver(await this.organized.sessionToChange(sessionId, by));
      const limited = await this.seats.hold(sessionId);
      const { registration } = await this.organized.registrationToChange(sessionId, registrationId, by);
      registration.revoke(this.clock.now());
      if (limited) await this.seats.fill(sessionId);
      return registration;
    });
  }
}
