import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { RegistrationErased } from '../registration/events.js';
import { Copies } from './copies.js';

/** A registrant who wants to be forgotten is nowhere in what was and will be mailed. */
@Subscriber(RegistrationErased)
export class ForgetPersonWhenErased implements Subscribes<RegistrationErased> {
  constructor(private readonly copies: Copies) {}

  handle({ facts: { registrationId: id, sessionId, version } }: RegistrationErased): Promise<void> {
    return this.copies.forgetPerson({ id, sessionId, role: 'attendee', version });
  }
}
