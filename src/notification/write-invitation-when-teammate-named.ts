import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { TeammateNamed } from '../scheduling/events.js';
import { Copies } from './copies.js';
import { Ledger } from './ledger.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** Whoever is named a host or speaker gets their link and an invite. */
@Subscriber(TeammateNamed)
export class WriteInvitationWhenTeammateNamed implements Subscribes<TeammateNamed> {
  constructor(private readonly copies: Copies, private readonly ledger: Ledger, private readonly sender: SendDueDeliveries) {}

  async handle({ facts }: TeammateNamed): Promise<void | (() => void)> {
    if (!(await this.copies.haveSession(facts.sessionId))) return;
    if (!(await this.copies.keepTeammate(facts))) return;
    await this.ledger.confirm([facts.teammateId]);
    return () => this.sender.wake();
  }
}
