import { EntityManager } from '@mikro-orm/postgresql';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { Configuration } from '../platform/config/configuration.js';
import { Clock } from '../platform/model/clock.js';
import { Invalid, Refusal } from '../platform/model/refusal.js';
import { instantOf, isTimeZone, type Occurrence } from '../platform/model/wall-time.js';
import type { SessionFacts, When } from '../scheduling/events.js';
import { believesOtherThan, hasHeard } from './as-told.js';
import type { LetterKind } from './model/due-delivery.js';
import { NEAR_MINUTES } from './model/hold.js';
import { localTime, type LocalTime } from './model/night.js';
import { sessionFor } from './session-for.js';

/** What an organizer thinks of doing. */
export interface Thought {
  wallTime?: string;
  timeZone?: string;
  durationMinutes?: number;
  occurrence?: Occurrence;
  cancel?: boolean;
}

/** One person who would be told, and when it would be for them. */
export interface ForeseenLetter {
  registrationId: string | null;
  role: 'attendee' | 'host' | 'speaker';
  name: string;
  email: string;
  kind: LetterKind;
  timeZone: string;
  local: LocalTime;
}

/** Who would be told what, and when. */
export interface Foreseen {
  when: When;
  tellsAt: string;
  counts: { told: number; untouched: number; night: number };
  items: ForeseenLetter[];
  next: string | null;
}

/** What would come of moving or cancelling a session, before it is done. Changes nothing. */
export class ForeseeChange extends Query<Foreseen> {
  constructor(
    readonly sessionId: string,
    readonly thought: Thought,
    readonly by: Principal,
    readonly page: { limit: number; after: number },
  ) {
    super();
  }
}

interface Row {
  id: string;
  role: ForeseenLetter['role'];
  name: string;
  email: string;
  timeZone: string;
  heard: boolean;
}

@QueryHandler(ForeseeChange)
export class ForeseeChangeHandler implements IQueryHandler<ForeseeChange> {
  constructor(
    private readonly em: EntityManager,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  async execute({ sessionId, thought, by, page }: ForeseeChange): Promise<Foreseen> {
    const session = await sessionFor(this.queries, sessionId, by);
    const now = this.clock.now();
    if (session.status !== 'scheduled') throw new Refusal('session-not-movable', `It is already ${session.status}: there is nothing to move or to cancel.`);
    const when = thought.cancel ? session.when : planned(session, thought, now);
    const time = { startsAt: new Date(when.startsAt), endsAt: new Date(when.endsAt) };
    const told = JSON.stringify({ startsAt: when.startsAt, endsAt: when.endsAt, timeZone: when.timeZone });
    // only a cancellation concerns who waits for a seat
    const concerned = thought.cancel ? `('confirmed', 'pending', 'waitlisted', 'offered')` : `('confirmed')`;
    const zones = await this.em.execute<{ zone: string; told: number; untouched: number }[]>(`
      with proposed as (select ?::jsonb as time)
      select recipient.time_zone as zone, count(*) filter (where concerned)::int as told, count(*) filter (where not concerned)::int as untouched
        from proposed, notification.recipient, lateral (select ?::boolean or ${believesOtherThan('recipient', 'proposed.time')} as concerned) who
       where recipient.session_id = ? and recipient.status in ${concerned} group by 1`, [told, thought.cancel === true, session.sessionId]);
    const inZone = (zone: string): LocalTime => localTime(time, isTimeZone(zone) ? zone : when.timeZone);
    // a cancelled session keeps nobody up
    const sleeping = thought.cancel ? [] : zones.filter(({ zone }) => inZone(zone).night);
    const rows = await this.em.execute<Row[]>(`
      with proposed as (select ?::jsonb as time)
      select recipient.id, recipient.role, recipient.name, recipient.email, recipient.time_zone as "timeZone", recipient.first_told is not null or ${hasHeard('recipient')} as heard
        from proposed, notification.recipient
       where recipient.session_id = ? and recipient.status in ${concerned} and (?::boolean or ${believesOtherThan('recipient', 'proposed.time')})
       order by recipient.time_zone in (select jsonb_array_elements_text(?::jsonb)) desc, lower(recipient.email), recipient.id
       limit ? offset ?`, [told, session.sessionId, thought.cancel === true, JSON.stringify(sleeping.map(({ zone }) => zone)), page.limit + 1, page.after]);
    const sum = (of: readonly { told: number }[]): number => of.reduce((total, one) => total + one.told, 0);
    return {
      when,
      tellsAt: this.tellsAt(session, when, thought, now).toISOString(),
      counts: { told: sum(zones), untouched: zones.reduce((total, one) => total + one.untouched, 0), night: sum(sleeping) },
      items: rows.slice(0, page.limit).map(({ id, heard, ...row }) => ({
        ...row,
        registrationId: row.role === 'attendee' ? id : null,
        timeZone: row.timeZone || when.timeZone,
        kind: thought.cancel ? 'cancellation' : heard ? 'update' : row.role === 'attendee' ? 'confirmation' : 'invitation',
        local: { ...inZone(row.timeZone), ...(thought.cancel && { night: false }) },
      })),
      next: rows.length > page.limit ? String(page.after + page.limit) : null,
    };
  }

  private tellsAt(session: SessionFacts, when: When, { cancel }: Thought, now: Date): Date {
    const nearest = Math.min(Date.parse(session.when.startsAt), Date.parse(when.startsAt));
    const atOnce = cancel || nearest <= now.getTime() + NEAR_MINUTES * 60_000;
    return atOnce ? now : new Date(now.getTime() + this.configuration.updateHoldSeconds * 1_000);
  }
}

/** By the rules that Scheduling will apply: only another duration leaves the instant that people were told. */
function planned({ when }: SessionFacts, thought: Thought, now: Date): When {
  const { wallTime = when.wallTime, timeZone = when.timeZone, durationMinutes = when.durationMinutes, occurrence } = thought;
  const sameClock = wallTime === when.wallTime && timeZone === when.timeZone && !occurrence;
  const startsAt = sameClock ? new Date(when.startsAt) : instantOf(wallTime, timeZone, occurrence);
  if (startsAt <= now) throw Invalid.at('/wallTime', 'session-in-the-past', 'A session starts in the future.');
  return { wallTime, timeZone, durationMinutes, startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + durationMinutes * 60_000).toISOString() };
}
