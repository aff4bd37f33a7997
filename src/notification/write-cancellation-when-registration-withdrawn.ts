import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { RegistrationWithdrawn } from '../registration/events.js';
import { Copies } from './copies.js';
import { Ledger } from './ledger.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** Whoever gives up their seat sees it leave their calendar, too. */
@Subscriber(RegistrationWithdrawn)
export class WriteCancellationWhenRegistrationWithdrawn implements Subscribes<RegistrationWithdrawn> {
  constructor(private readonly copies: Copies, private readonly ledger: Ledger, private readonly sender: SendDueDeliveries) {}

  async handle({ facts }: RegistrationWithdrawn): Promise<void | (() => void)> {
    if (!(await this.copies.haveSession(facts.sessionId))) return;
    if (!(await this.copies.keepRegistrant(facts, null))) return;
    await this.ledger.tellOfWithdrawal(facts.registrationId);
    return () => this.sender.wake();
  }
}
