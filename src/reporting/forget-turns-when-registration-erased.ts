import { EntityManager } from '@mikro-orm/postgresql';
import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { RegistrationErased } from '../registration/events.js';

/** Whose registration is erased has no story any more. */
@Subscriber(RegistrationErased)
export class ForgetTurnsWhenRegistrationErased implements Subscribes<RegistrationErased> {
  constructor(private readonly em: EntityManager) {}

  async handle({ facts: { registrationId } }: RegistrationErased): Promise<void> {
    await this.em.execute('delete from reporting.turn where registration_id = ?', [registrationId]);
  }
}
