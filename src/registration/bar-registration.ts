import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../platform/model/clock.js';
import { RequestBar } from './events.js';
import { Registration } from './model/registration.js';

/** A host has banned somebody who came by a link: the registration, and with it the address, is barred. Within the caller's transaction. */
@CommandHandler(RequestBar)
export class BarRegistrationHandler implements ICommandHandler<RequestBar> {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async execute({ registrationId }: RequestBar): Promise<void> {
    const registration = await this.em.findOne(Registration, { id: registrationId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    registration?.bar(this.clock.now());
    await this.em.flush();
  }
}
