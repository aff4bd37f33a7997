import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { RegistrationChanged } from '../registration/events.js';
import { Copies } from './copies.js';

/** Mails from now on use the name, the zone and the language that somebody chose. Nobody is told of it. */
@Subscriber(RegistrationChanged)
export class FollowRegistrationWhenChanged implements Subscribes<RegistrationChanged> {
  constructor(private readonly copies: Copies) {}

  async handle({ facts }: RegistrationChanged): Promise<void> {
    await this.copies.refuseWhenEarly(facts);
    await this.copies.keepRegistrant(facts, null);
  }
}
