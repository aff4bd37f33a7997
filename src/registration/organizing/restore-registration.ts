import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { Clock } from '../../platform/model/clock.js';
import type { Registration } from '../model/registration.js';
import { Seats } from '../seats.js';
import { Organized } from './organized.js';

/** A link that was taken back opens the door again: the same one, with a seat where one is free and a place in line where none is. Said of who was not revoked, it changes nothing. */
export class RestoreRegistration extends Command<Registration> {
  constructor(
    readonly sessionId: string,
    readonly registrationId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(RestoreRegistration)
export class RestoreRegistrationHandler implements ICommandHandler<RestoreRegistration> {
  constructor(
    private readonly em: EntityManager,
    private readonly organized: Organized,
    private readonly clock: Clock,
    private readonly seats: Seats,
  ) {}

  execute({ sessionId, registrationId, by }: RestoreRegistration): Promise<Registration> {
    return this.em.transactional(async () => {
      this.organized.refuseWhenOver(await this.organized.sessionToChange(sessionId, by));
      const limited = await this.seats.hold(sessionId);
      const { registration } = await this.organized.registrationToChange(sessionId, registrationId, by);
      if (registration.status !== 'revoked') return registration;
      if (!limited || (await this.seats.free(sessionId)) > 0) registration.giveSeat(this.clock.now());
      else registration.waitlist(this.clock.now());
      return registration;
    });
  }
}
