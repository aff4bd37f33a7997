import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { RegistrationRevoked } from '../registration/events.js';
import { Copies } from './copies.js';
import { Ledger } from './ledger.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** Whose link was taken back sees the session leave their calendar, where it stands in it. Nothing else reaches them any more. */
@Subscriber(RegistrationRevoked)
export class WriteCancellationWhenRegistrationRevoked implements Subscribes<RegistrationRevoked> {
  constructor(private readonly copies: Copies, private readonly ledger: Ledger, private readonly sender: SendDueDeliveries) {}

  async handle({ facts }: RegistrationRevoked): Promise<void | (() => void)> {
    if (!(await this.copies.haveSession(facts.sessionId))) return;
    if (!(await this.copies.keepRegistrant(facts, null))) return;
    await this.ledger.tellOfRevocation(facts.registrationId);
    return () => this.sender.wake();
  }
}
