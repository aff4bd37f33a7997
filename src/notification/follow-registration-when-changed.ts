import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { RegistrationChanged } from '../registration/events.js';
import { Copies } from './copies.js';

/** Mails from now on use the name, the zone and the language that somebody chose. Nobody is told of it. */
@Subscriber(RegistrationChanged)
export class FollowRegistrationWhenChanged implements Subscribes<RegistrationChanged> {
  constructor(private readonly copies: Copies) {}

  async handle({ facts }: RegistrationChanged): Promise<void> {
    // Copied before the registration itself is heard of, this would keep its confirmation from being written.
    if (!(await this.copies.knowsRegistrant(facts.registrationId))) throw new Error('Its registration was not heard of yet: it comes first.');
    await this.copies.keepRegistrant(facts, null);
  }
}
