import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { Clock } from '../../platform/model/clock.js';
import { Seats } from '../seats.js';
import { Organized } from './organized.js';

/** Somebody asked the organizer to be forgotten. Their seat goes with it; nobody is told, for nobody is known any more. */
export class EraseRegistration extends Command<void> {
  constructor(
    readonly sessionId: string,
    readonly registrationId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(EraseRegistration)
export class EraseRegistrationHandler implements ICommandHandler<EraseRegistration> {
  constructor(
    private readonly em: EntityManager,
    private readonly organized: Organized,
    private readonly clock: Clock,
    private readonly seats: Seats,
  ) {}

  async execute({ sessionId, registrationId, by }: EraseRegistration): Promise<void> {
    await this.em.transactional(async () => {
      await this.organized.sessionToChange(sessionId, by);
      const limited = await this.seats.hold(sessionId);
      const { registration } = await this.organized.registrationToChange(sessionId, registrationId, by);
      registration.erase(this.clock.now());
      if (limited) await this.seats.fill(sessionId);
    });
  }
}
