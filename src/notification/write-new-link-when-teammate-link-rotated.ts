import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { TeammateLinkRotated } from '../scheduling/events.js';
import { Copies } from './copies.js';
import { Ledger } from './ledger.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** The old link is dead: whoever it was given to gets the new one, and their calendar, too. */
@Subscriber(TeammateLinkRotated)
export class WriteNewLinkWhenTeammateLinkRotated implements Subscribes<TeammateLinkRotated> {
  constructor(private readonly copies: Copies, private readonly ledger: Ledger, private readonly sender: SendDueDeliveries) {}

  async handle({ facts }: TeammateLinkRotated): Promise<void | (() => void)> {
    if (!(await this.copies.haveSession(facts.sessionId))) return;
    if (!(await this.copies.keepTeammate(facts))) return;
    await this.ledger.tellOfNewLink(facts.teammateId);
    return () => this.sender.wake();
  }
}
