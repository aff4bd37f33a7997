import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { OfferLapsed } from '../registration/events.js';
import { Copies } from './copies.js';
import { Ledger } from './ledger.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** Whoever did not answer in time hears that the seat has gone on, and how to come back into the line. */
@Subscriber(OfferLapsed)
export class WriteWordWhenOfferLapsed implements Subscribes<OfferLapsed> {
  constructor(private readonly copies: Copies, private readonly ledger: Ledger, private readonly sender: SendDueDeliveries) {}

  async handle({ facts }: OfferLapsed): Promise<void | (() => void)> {
    if (!(await this.copies.haveSession(facts.sessionId))) return;
    if (!(await this.copies.keepRegistrant(facts, null))) return;
    await this.ledger.tellOfLapse(facts.registrationId);
    return () => this.sender.wake();
  }
}
