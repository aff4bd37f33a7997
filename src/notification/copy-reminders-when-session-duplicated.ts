import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { SessionScheduled } from '../scheduling/events.js';
import { Copies } from './copies.js';
import { Reminders } from './reminders.js';

/** A duplicate reminds as its original did. */
@Subscriber(SessionScheduled)
export class CopyRemindersWhenSessionDuplicated implements Subscribes<SessionScheduled> {
  constructor(private readonly copies: Copies, private readonly reminders: Reminders) {}

  async handle({ facts: { sessionId, copyOf } }: SessionScheduled): Promise<void> {
    if (copyOf && (await this.copies.haveSession(sessionId))) await this.reminders.copy(copyOf, sessionId);
  }
}
