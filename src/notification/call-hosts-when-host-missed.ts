import { HostMissed } from '../conferencing/events.js';
import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { Ledger } from './ledger.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** People wait, and nobody has come to let them in: each host gets one mail with the way into the room. */
@Subscriber(HostMissed)
export class CallHostsWhenHostMissed implements Subscribes<HostMissed> {
  constructor(private readonly ledger: Ledger, private readonly sender: SendDueDeliveries) {}

  async handle({ facts }: HostMissed): Promise<() => void> {
    await this.ledger.callHosts(facts.sessionId);
    return () => this.sender.wake();
  }
}
