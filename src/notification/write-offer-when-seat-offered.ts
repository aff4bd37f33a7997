import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { SeatOffered } from '../registration/events.js';
import { Copies } from './copies.js';
import { Ledger } from './ledger.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** Whoever is first in line is asked whether they want the seat that was freed, and told until when it is held for them. */
@Subscriber(SeatOffered)
export class WriteOfferWhenSeatOffered implements Subscribes<SeatOffered> {
  constructor(private readonly copies: Copies, private readonly ledger: Ledger, private readonly sender: SendDueDeliveries) {}

  async handle({ facts }: SeatOffered): Promise<void | (() => void)> {
    if (!(await this.copies.haveSession(facts.sessionId))) return;
    if (!(await this.copies.keepRegistrant(facts, null))) return;
    await this.ledger.tellOfDecision(facts.registrationId, null);
    return () => this.sender.wake();
  }
}
