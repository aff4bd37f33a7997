import { failpoint } from '../platform/config/failpoint.js';
import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { AttendeeRegistered } from '../registration/events.js';
import { Copies } from './copies.js';
import { Ledger } from './ledger.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** Whoever registers gets their link and an invite; or hears that they have to wait for a seat. */
@Subscriber(AttendeeRegistered)
export class WriteConfirmationWhenAttendeeRegistered implements Subscribes<AttendeeRegistered> {
  constructor(private readonly copies: Copies, private readonly ledger: Ledger, private readonly sender: SendDueDeliveries) {}

  async handle({ facts }: AttendeeRegistered): Promise<void | (() => void)> {
    failpoint('confirmation-begun');
    if (!(await this.copies.haveSession(facts.sessionId))) return;
    if (!(await this.copies.keepRegistrant(facts, facts.registeredAt))) return;
    await this.ledger.confirm(facts.registrationId);
    failpoint('confirmation-written');
    return () => {
      failpoint('confirmation-committed');
      this.sender.wake();
    };
  }
}
