import { EntityManager } from '@mikro-orm/postgresql';
import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { RegistrationErased } from '../registration/events.js';
import { ShowOut } from './show-out.js';

/** The seat of whoever wants to be forgotten: it stays, to be counted, and nobody's name is on it. */
@Subscriber(RegistrationErased)
export class ForgetNameWhenRegistrationErased implements Subscribes<RegistrationErased> {
  constructor(
    private readonly em: EntityManager,
    private readonly showOut: ShowOut,
  ) {}

  async handle({ facts: { registrationId } }: RegistrationErased): Promise<() => void> {
    await this.em.execute(`update conferencing.seat set name = '' where occupant_kind = 'registration' and occupant_id = ?`, [registrationId]);
    await this.em.execute('delete from conferencing.step where registration_id = ?', [registrationId]);
    return this.showOut.occupant({ kind: 'registration', id: registrationId });
  }
}
