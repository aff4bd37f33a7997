import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { RegistrationWaitlisted, SeatGiven } from '../registration/events.js';
import { Copies } from './copies.js';
import { Ledger } from './ledger.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** Whoever waited for a seat and has one gets their link and an invite, with what the organizer says to it; or hears that they are in line. */
@Subscriber(SeatGiven, RegistrationWaitlisted)
export class WriteConfirmationWhenSeatGiven implements Subscribes<SeatGiven | RegistrationWaitlisted> {
  constructor(private readonly copies: Copies, private readonly ledger: Ledger, private readonly sender: SendDueDeliveries) {}

  async handle({ facts }: SeatGiven | RegistrationWaitlisted): Promise<void | (() => void)> {
    if (!(await this.copies.haveSession(facts.sessionId))) return;
    if (!(await this.copies.keepRegistrant(facts, null))) return;
    await this.ledger.tellOfDecision(facts.registrationId, facts.message || null);
    return () => this.sender.wake();
  }
}
