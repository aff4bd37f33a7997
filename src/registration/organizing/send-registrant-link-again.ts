import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { Clock } from '../../platform/model/clock.js';
import type { Registration } from '../model/registration.js';
import { Organized } from './organized.js';

/** A registrant cannot find their mail: the same link once more, into the same mailbox. */
export class SendRegistrantLinkAgain extends Command<Registration> {
  constructor(
    readonly sessionId: string,
    readonly registrationId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(SendRegistrantLinkAgain)
export class SendRegistrantLinkAgainHandler implements ICommandHandler<SendRegistrantLinkAgain> {
  constructor(
    private readonly em: EntityManager,
    private readonly organized: Organized,
    private readonly clock: Clock,
  ) {}

  execute({ sessionId, registrationId, by }: SendRegistrantLinkAgain): Promise<Registration> {
    return this.em.transactional(async () => {
      const { session, registration } = await this.organized.registrationToChange(sessionId, registrationId, by);
      this.organized.refuseWhenOver(session);
      registration.askForLinkAgain(this.clock.now());
      return registration;
    });
  }
}
