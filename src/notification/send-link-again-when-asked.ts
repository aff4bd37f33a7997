import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { LinkAskedAgain } from '../registration/events.js';
import { Ledger } from './ledger.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/**
 * A second registration of an address sends its link to the mailbox again. Where the first one's event is
 * still on its way, its confirmation is, too: nothing to do.
 */
@Subscriber(LinkAskedAgain)
export class SendLinkAgainWhenAsked implements Subscribes<LinkAskedAgain> {
  constructor(private readonly ledger: Ledger, private readonly sender: SendDueDeliveries) {}

  async handle({ facts }: LinkAskedAgain): Promise<() => void> {
    await this.ledger.sendLinkAgain(facts.registrationId);
    return () => this.sender.wake();
  }
}
