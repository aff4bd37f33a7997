import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { Announcements } from '../platform/realtime/announcements.js';
import { SessionCancelled, SessionEdited, SessionEnded, SessionOpening, SessionOpeningStopped, SessionRescheduled, SessionScheduled, SessionStarted } from '../scheduling/events.js';
import { Stays } from './attendance/stays.js';
import { ReleaseLedger } from './release-ledger.js';
import { Room } from './model/room.js';

type Facts = SessionScheduled['facts'] & { startedAt?: string; endedAt?: string; cancelledAt?: string };

/** The room follows what Scheduling decided: doors open, close, move. Whoever waits is told after the commit. */
@Subscriber(SessionScheduled, SessionEdited, SessionRescheduled, SessionOpening, SessionOpeningStopped, SessionStarted, SessionEnded, SessionCancelled)
export class FollowSessionWhenChanged implements Subscribes<SessionScheduled> {
  constructor(
    private readonly em: EntityManager,
    private readonly announcements: Announcements,
    private readonly ledger: ReleaseLedger,
    private readonly stays: Stays,
  ) {}

  async handle({ facts }: { facts: Facts }): Promise<void | (() => void)> {
    // Two instances may hear of two changes at the same moment: one after the other, or a number is counted twice.
    const room = await this.em.findOne(Room, { sessionId: facts.sessionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!room) {
      this.em.persist(new Room(facts));
      return;
    }
    const { theme } = room;
    const { startedAt, endedAt = facts.cancelledAt } = facts;
    if (!room.follow(facts, { ...(startedAt && { startedAt }), ...(endedAt && { endedAt }) })) return;
    if (facts.status === 'live' && startedAt) await this.ledger.release(this.em, facts.sessionId);
    await this.em.flush();
    await this.stays.session(facts.sessionId);
    if (facts.theme !== theme) await this.resetStage(room);
    return () => this.announcements.announce('doors', { sessionId: facts.sessionId });
  }
  /** Whoever waits took their seat under another theme: a webinar's audience sends nothing, a meeting's may. */
  private async resetStage(room: Room): Promise<void> {
    await this.em.execute(`update conferencing.seat set on_stage = ? where id in (select id from conferencing.seat where session_id = ? and role = 'attendee' order by id for no key update)`, [room.onStageFromTheStart('attendee'), room.sessionId]);
  }
}
