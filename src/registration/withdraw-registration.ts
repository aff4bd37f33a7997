import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../platform/model/clock.js';
import { RegistrationByLink, refuseWhenOver } from './registration-by-link.js';
import { Seats } from './seats.js';

/** A registrant will not come after all. */
export class WithdrawRegistration extends Command<void> {
  constructor(readonly token: string) {
    super();
  }
}

@CommandHandler(WithdrawRegistration)
export class WithdrawRegistrationHandler implements ICommandHandler<WithdrawRegistration> {
  constructor(
    private readonly em: EntityManager,
    private readonly links: RegistrationByLink,
    private readonly clock: Clock,
    private readonly seats: Seats,
  ) {}

  async execute({ token }: WithdrawRegistration): Promise<void> {
    await this.em.transactional(async () => {
      const limited = await this.seats.holdBehind(token);
      const held = await this.links.findToChange(token);
      if (held.registration.status !== 'withdrawn') refuseWhenOver(held);
      held.registration.withdraw(this.clock.now());
      if (limited) await this.seats.fill(held.registration.sessionId);
    });
  }
}
