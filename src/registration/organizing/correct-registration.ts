import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { Clock } from '../../platform/model/clock.js';
import { Refusal } from '../../platform/model/refusal.js';
import type { Registration, Wish } from '../model/registration.js';
import { Organized } from './organized.js';

/** The organizer corrects what somebody said of themselves. The address stays: a link goes to no other mailbox. */
export class CorrectRegistration extends Command<Registration> {
  constructor(
    readonly sessionId: string,
    readonly registrationId: string,
    readonly wish: Wish,
    readonly seenVersion: number,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(CorrectRegistration)
export class CorrectRegistrationHandler implements ICommandHandler<CorrectRegistration> {
  constructor(
    private readonly em: EntityManager,
    private readonly organized: Organized,
    private readonly clock: Clock,
  ) {}

  execute({ sessionId, registrationId, wish, seenVersion, by }: CorrectRegistration): Promise<Registration> {
    return this.em.transactional(async () => {
      const { session, registration } = await this.organized.registrationToChange(sessionId, registrationId, by);
      if (registration.version !== seenVersion) throw new Refusal('changed-meanwhile', 'Somebody changed it since you read it.', 412);
      registration.change(session.form ?? [], wish, this.clock.now());
      return registration;
    });
  }
}
