import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { LinkRotated, RegistrationDenied, RegistrationWithdrawn } from '../registration/events.js';
import { ShowOut } from './show-out.js';

/** Given up, denied after all, or under a new link: whoever came in by the old one is not in any more. */
@Subscriber(RegistrationWithdrawn, RegistrationDenied, LinkRotated)
export class CloseSeatWhenRegistrationWithdrawn implements Subscribes<RegistrationWithdrawn | RegistrationDenied | LinkRotated> {
  constructor(private readonly showOut: ShowOut) {}

  handle({ facts }: RegistrationWithdrawn | RegistrationDenied | LinkRotated): Promise<() => void> {
    return this.showOut.occupant({ kind: 'registration', id: facts.registrationId });
  }
}
