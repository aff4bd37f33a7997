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

  handle(event: AttendeeRegistered): Promise<void | (() => void)> {
    return this.handleTogether([event]);
  }

  /** A crowd comes within minutes of an announcement. */
  async handleTogether(events: readonly AttendeeRegistered[]): Promise<void | (() => void)> {
    failpoint('confirmation-begun');
    const gone = new Set<string>();
    for (const sessionId of new Set(events.map(({ facts }) => facts.sessionId))) if (!(await this.copies.haveSession(sessionId))) gone.add(sessionId);
    const heard = events.map(({ facts }) => facts).filter(({ sessionId }) => !gone.has(sessionId));
    const kept = heard.length > 0 ? await this.copies.keepRegistrants(heard.map((facts) => ({ ...facts, since: facts.registeredAt }))) : [];
    if (kept.length === 0) return;
    await this.ledger.confirm(kept);
    failpoint('confirmation-written');
    return () => {
      failpoint('confirmation-committed');
      this.sender.wake();
    };
  }
}
