import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../platform/model/clock.js';
import { RegistrationByLink, refuseWhenOver } from './registration-by-link.js';

/** A registrant wants the link in their mailbox once more. */
export class SendOwnLinkAgain extends Command<void> {
  constructor(readonly token: string) {
    super();
  }
}

@CommandHandler(SendOwnLinkAgain)
export class SendOwnLinkAgainHandler implements ICommandHandler<SendOwnLinkAgain> {
  constructor(
    private readonly em: EntityManager,
    private readonly links: RegistrationByLink,
    private readonly clock: Clock,
  ) {}

  async execute({ token }: SendOwnLinkAgain): Promise<void> {
    await this.em.transactional(async () => {
      const held = await this.links.findToChange(token);
      refuseWhenOver(held);
      held.registration.askForLinkAgain(this.clock.now());
    });
  }
}
