import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { TeammateRemoved } from '../scheduling/events.js';
import { Copies } from './copies.js';
import { Ledger } from './ledger.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** Whoever is taken off the team learns it, and sees the session leave their calendar. */
@Subscriber(TeammateRemoved)
export class WriteCancellationWhenTeammateRemoved implements Subscribes<TeammateRemoved> {
  constructor(private readonly copies: Copies, private readonly ledger: Ledger, private readonly sender: SendDueDeliveries) {}

  async handle({ facts }: TeammateRemoved): Promise<void | (() => void)> {
    if (!(await this.copies.haveSession(facts.sessionId))) return;
    if (!(await this.copies.keepTeammate(facts))) return;
    await this.ledger.tellOfWithdrawal(facts.teammateId);
    return () => this.sender.wake();
  }
}
