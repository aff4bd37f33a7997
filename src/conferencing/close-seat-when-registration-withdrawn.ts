import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { LinkRotated, RegistrationWithdrawn } from '../registration/events.js';
import { ShowOut } from './show-out.js';

/** Given up, or under a new link: whoever came in by the old one is not in any more. */
@Subscriber(RegistrationWithdrawn, LinkRotated)
export class CloseSeatWhenRegistrationWithdrawn implements Subscribes<RegistrationWithdrawn | LinkRotated> {
  constructor(private readonly showOut: ShowOut) {}

  handle({ facts }: RegistrationWithdrawn | LinkRotated): Promise<() => void> {
    return this.showOut.occupant({ kind: 'registration', id: facts.registrationId });
  }
}
