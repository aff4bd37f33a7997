import { Subscriber, type Subscribes } from '../../platform/events/subscriber.js';
import { RegistrationErased } from '../../registration/events.js';
import { TakeBackWords } from './take-back-words.js';

/** A registrant who is forgotten has said nothing. */
@Subscriber(RegistrationErased)
export class TakeBackWordsWhenRegistrationErased implements Subscribes<RegistrationErased> {
  constructor(private readonly words: TakeBackWords) {}

  handle({ facts: { registrationId } }: RegistrationErased): Promise<() => void> {
    return this.words.of('registration', registrationId);
  }
}
