import { Configuration } from '../platform/config/configuration.js';
import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { SessionRescheduled } from '../scheduling/events.js';
import { Copies } from './copies.js';
import { Ledger } from './ledger.js';
import { NEAR_MINUTES } from './model/hold.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** When a session moves, everyone who holds a seat and knows another time gets the new one and a new invite. */
@Subscriber(SessionRescheduled)
export class WriteUpdatesWhenSessionRescheduled implements Subscribes<SessionRescheduled> {
  constructor(private readonly copies: Copies, private readonly ledger: Ledger, private readonly sender: SendDueDeliveries, private readonly configuration: Configuration) {}

  async handle({ facts: { before, ...facts } }: SessionRescheduled): Promise<() => void> {
    await this.copies.keepSession(facts);
    await this.ledger.tellOfMove(facts.sessionId, { holdSeconds: this.configuration.updateHoldSeconds, nearMinutes: NEAR_MINUTES }, before.startsAt);
    return () => this.sender.wake();
  }
}
