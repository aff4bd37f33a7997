import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { RegistrationDenied } from '../registration/events.js';
import { Copies } from './copies.js';
import { Ledger } from './ledger.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** Whoever is denied hears it, with what the organizer says to it; whoever had a seat sees it leave their calendar. */
@Subscriber(RegistrationDenied)
export class WriteDenialWhenRegistrationDenied implements Subscribes<RegistrationDenied> {
  constructor(private readonly copies: Copies, private readonly ledger: Ledger, private readonly sender: SendDueDeliveries) {}

  async handle({ facts }: RegistrationDenied): Promise<void | (() => void)> {
    if (!(await this.copies.haveSession(facts.sessionId))) return;
    if (!(await this.copies.keepRegistrant(facts, null))) return;
    await this.ledger.tellOfDenial(facts.registrationId, facts.message || null);
    return () => this.sender.wake();
  }
}
