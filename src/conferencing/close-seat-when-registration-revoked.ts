import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { RegistrationRevoked } from '../registration/events.js';
import { ShowOut } from './show-out.js';

/** Whose link was taken back is not in any more, and is told why. */
@Subscriber(RegistrationRevoked)
export class CloseSeatWhenRegistrationRevoked implements Subscribes<RegistrationRevoked> {
  constructor(private readonly showOut: ShowOut) {}

  handle({ facts }: RegistrationRevoked): Promise<() => void> {
    return this.showOut.occupant({ kind: 'registration', id: facts.registrationId }, 'revoked');
  }
}
