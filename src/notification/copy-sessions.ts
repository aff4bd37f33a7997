import { SessionDeleted, SessionEdited, SessionEnded, SessionScheduled, SessionStarted, type SessionFacts } from '../scheduling/events.js';
import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { Copies } from './copies.js';

/** What changes a session without anyone being told by mail; moves and cancellations have subscribers of their own. */
abstract class Copying implements Subscribes<SessionScheduled> {
  constructor(protected readonly copies: Copies) {}

  async handle({ facts }: { facts: SessionFacts }): Promise<void> {
    await this.copies.keepSession(facts);
  }
}

@Subscriber(SessionScheduled)
export class CopySessionForNotificationWhenScheduled extends Copying {
  constructor(copies: Copies) { super(copies); }
}

@Subscriber(SessionEdited)
export class CopySessionForNotificationWhenEdited extends Copying {
  constructor(copies: Copies) { super(copies); }
}

@Subscriber(SessionStarted)
export class CopySessionForNotificationWhenStarted extends Copying {
  constructor(copies: Copies) { super(copies); }
}

@Subscriber(SessionEnded)
export class CopySessionForNotificationWhenEnded extends Copying {
  constructor(copies: Copies) { super(copies); }
}

/** Only what nobody registered for is deleted, so nobody is told. */
@Subscriber(SessionDeleted)
export class ForgetSessionForNotificationWhenDeleted implements Subscribes<SessionDeleted> {
  constructor(private readonly copies: Copies) {}

  async handle({ facts }: SessionDeleted): Promise<void> {
    await this.copies.forgetSession(facts.sessionId, facts.version);
  }
}
