import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../platform/model/clock.js';
import { RegistrationByLink } from './registration-by-link.js';
import { Seats } from './seats.js';

/** A registrant wants to be forgotten: at any time, for no reason. Their seat goes with it. */
export class EraseOwnData extends Command<void> {
  constructor(readonly token: string) {
    super();
  }
}

@CommandHandler(EraseOwnData)
export class EraseOwnDataHandler implements ICommandHandler<EraseOwnData> {
  constructor(
    private readonly em: EntityManager,
    private readonly links: RegistrationByLink,
    private readonly clock: Clock,
    private readonly seats: Seats,
  ) {}

  async execute({ token }: EraseOwnData): Promise<void> {
    await this.em.transactional(async () => {
      const limited = await this.seats.holdBehind(token);
      const { registration } = await this.links.findToChange(token);
      registration.erase(this.clock.now());
      if (limited) await this.seats.fill(registration.sessionId);
    });
  }
}
