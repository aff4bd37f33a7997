import { StoredFacts } from '../platform/events/stored-facts.js';
import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { AttendeeRegistered, LinkRotated, OfferLapsed, RegistrationBarred, RegistrationChanged, RegistrationDenied, RegistrationErased, RegistrationRevoked, RegistrationWaitlisted, RegistrationWithdrawn, SeatGiven, SeatOffered, type RegistrationFacts } from './events.js';

const PERSONAL: (keyof RegistrationFacts | 'message')[] = ['email', 'name', 'sealedToken', 'message'];

/** Facts about a person lie in the queue for an hour after they were heard, and longer where they could not be. */
@Subscriber(RegistrationErased)
export class BlankStoredFactsWhenRegistrationErased implements Subscribes<RegistrationErased> {
  constructor(private readonly stored: StoredFacts) {}

  async handle({ facts: { registrationId } }: RegistrationErased): Promise<void> {
    await this.stored.blank([AttendeeRegistered, LinkRotated, RegistrationChanged, SeatGiven, RegistrationWaitlisted, RegistrationDenied, RegistrationWithdrawn, RegistrationBarred, RegistrationRevoked, SeatOffered, OfferLapsed], { registrationId }, PERSONAL);
  }
}
