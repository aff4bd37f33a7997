import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { SessionCancelled } from '../scheduling/events.js';
import { Copies } from './copies.js';
import { Ledger } from './ledger.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** When a session is cancelled, nobody shall wait in front of a closed door. */
@Subscriber(SessionCancelled)
export class WriteCancellationsWhenSessionCancelled implements Subscribes<SessionCancelled> {
  constructor(private readonly copies: Copies, private readonly ledger: Ledger, private readonly sender: SendDueDeliveries) {}

  async handle({ facts }: SessionCancelled): Promise<() => void> {
    await this.copies.keepSession(facts);
    await this.ledger.tellOfCancellation(facts.sessionId);
    return () => this.sender.wake();
  }
}
