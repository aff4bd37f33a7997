import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { RegistrationBarred } from '../registration/events.js';
import { ShowOut } from './show-out.js';

/** Whoever is barred is not in any more, also where it was not a host of the room who decided it. */
@Subscriber(RegistrationBarred)
export class CloseSeatWhenRegistrationBarred implements Subscribes<RegistrationBarred> {
  constructor(private readonly showOut: ShowOut) {}

  handle({ facts }: RegistrationBarred): Promise<() => void> {
    return this.showOut.occupant({ kind: 'registration', id: facts.registrationId });
  }
}
