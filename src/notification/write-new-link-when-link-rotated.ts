import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { LinkRotated } from '../registration/events.js';
import { Copies } from './copies.js';
import { Ledger } from './ledger.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** The old link is dead: the mailbox that registered gets the new one, and the calendar, too. */
@Subscriber(LinkRotated)
export class WriteNewLinkWhenLinkRotated implements Subscribes<LinkRotated> {
  constructor(private readonly copies: Copies, private readonly ledger: Ledger, private readonly sender: SendDueDeliveries) {}

  async handle({ facts }: LinkRotated): Promise<void | (() => void)> {
    if (!(await this.copies.haveSession(facts.sessionId))) return;
    if (!(await this.copies.keepRegistrant(facts, null))) return;
    await this.ledger.tellOfNewLink(facts.registrationId);
    return () => this.sender.wake();
  }
}
