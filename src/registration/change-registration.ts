import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../platform/model/clock.js';
import type { Wish } from './model/registration.js';
import { RegistrationByLink, refuseWhenOver } from './registration-by-link.js';

/** A registrant changes what they once said: name, answers, time zone, language. */
export class ChangeRegistration extends Command<void> {
  constructor(
    readonly token: string,
    readonly wish: Wish,
  ) {
    super();
  }
}

@CommandHandler(ChangeRegistration)
export class ChangeRegistrationHandler implements ICommandHandler<ChangeRegistration> {
  constructor(
    private readonly em: EntityManager,
    private readonly links: RegistrationByLink,
    private readonly clock: Clock,
  ) {}

  async execute({ token, wish }: ChangeRegistration): Promise<void> {
    await this.em.transactional(async () => {
      const held = await this.links.findToChange(token);
      refuseWhenOver(held);
      held.registration.change(held.session.form ?? [], wish, this.clock.now());
    });
  }
}
