import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { SessionRescheduled } from '../scheduling/events.js';
import { Copies } from './copies.js';
import { Ledger } from './ledger.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** When a session moves, everyone who holds a seat gets the new time and a new invite. */
@Subscriber(SessionRescheduled)
export class WriteUpdatesWhenSessionRescheduled implements Subscribes<SessionRescheduled> {
  constructor(private readonly copies: Copies, private readonly ledger: Ledger, private readonly sender: SendDueDeliveries) {}

  async handle({ facts: { before, ...facts } }: SessionRescheduled): Promise<() => void> {
    await this.copies.keepSession(facts);
    await this.ledger.tellOfMove(facts.sessionId, before, facts.when);
    return () => this.sender.wake();
  }
}
