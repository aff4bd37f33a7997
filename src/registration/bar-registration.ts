import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../platform/model/clock.js';
import { RequestBar } from './events.js';
import { Registration } from './model/registration.js';
import { Seats } from './seats.js';

/** A host has banned somebody who came by a link: the registration, and with it the address, is barred. Within the caller's transaction. */
@CommandHandler(RequestBar)
export class BarRegistrationHandler implements ICommandHandler<RequestBar> {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly seats: Seats,
  ) {}

  async execute({ registrationId }: RequestBar): Promise<void> {
    const [known] = await this.em.execute<{ session_id: string }[]>('select session_id from registration.registration where id = ?', [registrationId]);
    if (!known) return;
    const limited = await this.seats.hold(known.session_id);
    const registration = await this.em.findOne(Registration, { id: registrationId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    registration?.bar(this.clock.now());
    await this.em.flush();
    if (!limited) return;
    await this.seats.fill(known.session_id);
    await this.em.flush();
  }
}
