import { EntityManager } from '@mikro-orm/postgresql';
import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { Announcements } from '../platform/realtime/announcements.js';
import { SessionCancelled, SessionEdited, SessionEnded, SessionRescheduled, SessionScheduled, SessionStarted } from '../scheduling/events.js';
import { ReleaseLedger } from './release-ledger.js';
import { Room } from './model/room.js';

type Facts = SessionScheduled['facts'] & { startedAt?: string; endedAt?: string; cancelledAt?: string };

/** The room follows what Scheduling decided: doors open, close, move. Whoever waits is told after the commit. */
@Subscriber(SessionScheduled, SessionEdited, SessionRescheduled, SessionStarted, SessionEnded, SessionCancelled)
export class FollowSessionWhenChanged implements Subscribes<SessionScheduled> {
  constructor(
    private readonly em: EntityManager,
    private readonly announcements: Announcements,
    private readonly ledger: ReleaseLedger,
  ) {}

  async handle({ facts }: { facts: Facts }): Promise<void | (() => void)> {
    const room = await this.em.findOne(Room, { sessionId: facts.sessionId });
    if (!room) {
      this.em.persist(new Room(facts));
      return;
    }
    const { startedAt, endedAt = facts.cancelledAt } = facts;
    if (!room.follow(facts, { ...(startedAt && { startedAt }), ...(endedAt && { endedAt }) })) return;
    if (facts.status === 'live' && startedAt) await this.ledger.release(this.em, facts.sessionId);
    return () => this.announcements.announce('doors', { sessionId: facts.sessionId });
  }
}
