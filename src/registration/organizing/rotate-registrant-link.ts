import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { Sealer } from '../../platform/config/sealed.js';
import { Clock } from '../../platform/model/clock.js';
import type { Registration } from '../model/registration.js';
import { freshLink } from './fresh-link.js';
import { Organized } from './organized.js';

/** The link has reached the wrong hands: it dies, whoever came in by it is shown out, and a new one is mailed. */
export class RotateRegistrantLink extends Command<Registration> {
  constructor(
    readonly sessionId: string,
    readonly registrationId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(RotateRegistrantLink)
export class RotateRegistrantLinkHandler implements ICommandHandler<RotateRegistrantLink> {
  constructor(
    private readonly em: EntityManager,
    private readonly organized: Organized,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  execute({ sessionId, registrationId, by }: RotateRegistrantLink): Promise<Registration> {
    return this.em.transactional(async () => {
      const { session, registration } = await this.organized.registrationToChange(sessionId, registrationId, by);
      this.organized.refuseWhenOver(session);
      registration.rotateLink(freshLink(this.sealer), this.clock.now());
      return registration;
    });
  }
}
