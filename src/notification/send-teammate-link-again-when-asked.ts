import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { TeammateLinkAskedAgain } from '../scheduling/events.js';
import { Ledger } from './ledger.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** The organizer has a host's or speaker's link sent once more. Where their invitation is still on its way, nothing needs to be done. */
@Subscriber(TeammateLinkAskedAgain)
export class SendTeammateLinkAgainWhenAsked implements Subscribes<TeammateLinkAskedAgain> {
  constructor(private readonly ledger: Ledger, private readonly sender: SendDueDeliveries) {}

  async handle({ facts }: TeammateLinkAskedAgain): Promise<() => void> {
    await this.ledger.sendLinkAgain(facts.teammateId);
    return () => this.sender.wake();
  }
}
