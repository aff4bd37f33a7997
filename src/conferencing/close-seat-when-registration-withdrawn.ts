import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { RegistrationWithdrawn } from '../registration/events.js';
import { ShowOut } from './show-out.js';

/** Who gave their registration up while they were in is not in any more. */
@Subscriber(RegistrationWithdrawn)
export class CloseSeatWhenRegistrationWithdrawn implements Subscribes<RegistrationWithdrawn> {
  constructor(private readonly showOut: ShowOut) {}

  handle({ facts }: RegistrationWithdrawn): Promise<() => void> {
    return this.showOut.occupant({ kind: 'registration', id: facts.registrationId });
  }
}
