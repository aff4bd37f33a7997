import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../platform/model/clock.js';
import { RegistrationByLink, refuseWhenOver } from './registration-by-link.js';
import { Seats } from './seats.js';

/** Who was offered a seat takes it. It was held for them, so none has to be free. */
export class AcceptOffer extends Command<void> {
  constructor(readonly token: string) {
    super();
  }
}

@CommandHandler(AcceptOffer)
export class AcceptOfferHandler implements ICommandHandler<AcceptOffer> {
  constructor(
    private readonly em: EntityManager,
    private readonly links: RegistrationByLink,
    private readonly clock: Clock,
    private readonly seats: Seats,
  ) {}

  async execute({ token }: AcceptOffer): Promise<void> {
    await this.em.transactional(async () => {
      await this.seats.holdBehind(token);
      const held = await this.links.findToChange(token);
      refuseWhenOver(held);
      held.registration.acceptOffer(this.clock.now());
    });
  }
}
