import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { SessionDeleted, SessionEdited, SessionEnded, SessionScheduled, SessionStarted } from '../scheduling/events.js';
import { Copies } from './copies.js';

/** What changes a session without anyone being told by mail; moves and cancellations have subscribers of their own. */
@Subscriber(SessionScheduled, SessionEdited, SessionStarted, SessionEnded)
export class CopySessionForNotificationWhenChanged implements Subscribes<SessionScheduled> {
  constructor(private readonly copies: Copies) {}

  async handle({ facts }: SessionScheduled): Promise<void> {
    await this.copies.keepSession(facts);
  }
}

/** Only what nobody registered for is deleted, so nobody is told. */
@Subscriber(SessionDeleted)
export class ForgetSessionForNotificationWhenDeleted implements Subscribes<SessionDeleted> {
  constructor(private readonly copies: Copies) {}

  async handle({ facts }: SessionDeleted): Promise<void> {
    await this.copies.forgetSession(facts.sessionId, facts.version);
  }
}
