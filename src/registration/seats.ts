import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { hashToken } from '../platform/config/sealed.js';
import { Clock } from '../platform/model/clock.js';
import { Registration } from './model/registration.js';

/** There is something to come to. */
export const isOpenInSql = `(session.status = 'live' or (session.status = 'scheduled' and now() <= session.ends_at + interval '1 hour'))`;

/** Nearer to the start there is no time to ask: what is freed is given at once. */
const NO_TIME_TO_ASK = `interval '30 minutes'`;

interface Line {
  limited: boolean;
  hours: number | null;
  starts_at: Date;
  now: Date;
  time_to_ask: boolean;
}

/**
 * The seats of a session that has only so many. They are counted, not kept as a number: whoever takes or frees one
 * holds the session's row first, and what is freed goes to who is first in line in the same transaction. Where there is
 * no limit, nothing is held and nothing counted. One that is offered to somebody counts as taken. All of it within a transaction.
 */
@Injectable()
export class Seats {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** Before a registration is touched, or two would wait for each other. False where there is no limit. */
  async hold(sessionId: string): Promise<boolean> {
    return (await this.em.execute<object[]>('select 1 from registration.session where session_id = ? and capacity is not null for no key update', [sessionId])).length > 0;
  }

  /** The same, of the session that a personal link is about. */
  async holdBehind(token: string): Promise<boolean> {
    const [known] = await this.em.execute<{ session_id: string }[]>('select session_id from registration.registration where token_hash = ?', [hashToken(token)]);
    return known !== undefined && this.hold(known.session_id);
  }

  /** How many are free; infinitely many where there is no limit. */
  async free(sessionId: string): Promise<number> {
    const [counted] = await this.em.execute<{ free: number | null }[]>(
      `select capacity - (select count(*)::int from registration.registration taken where taken.session_id = session.session_id and taken.status = 'confirmed')
              - (select count(*)::int from registration.registration held where held.session_id = session.session_id and held.status = 'offered') as free
         from registration.session where session_id = ?`, [sessionId]);
    return counted?.free ?? Number.POSITIVE_INFINITY;
  }

  /**
   * What is free goes to those who are first in line, as long as there is something to come to: offered to them for so many
   * hours where the session is to ask first, or given. Offers whose hour has come are over before that.
   */
  async fill(sessionId: string): Promise<void> {
    await this.em.flush();
    const [line] = await this.em.execute<Line[]>(
      `select capacity is not null as limited, waitlist_offer_hours as hours, starts_at, now() as now, status = 'scheduled' and now() < starts_at - ${NO_TIME_TO_ASK} as time_to_ask
         from registration.session where session_id = ? and ${isOpenInSql}
          and exists (select from registration.registration waiting where waiting.session_id = session.session_id and waiting.status in ('waitlisted', 'offered'))`, [sessionId]);
    if (!line) return;
    const [now, startsAt] = [new Date(line.now), new Date(line.starts_at)];
    await this.settleOffers(sessionId, line.limited, startsAt, now);
    const free = await this.free(sessionId);
    if (free <= 0) return;
    const next = await this.em.find(Registration, { sessionId, status: 'waitlisted' }, {
      orderBy: { registeredAt: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, ...(Number.isFinite(free) && { limit: free }),
    });
    const until = line.limited && line.hours !== null && line.time_to_ask ? new Date(Math.min(now.getTime() + line.hours * 3_600_000, startsAt.getTime())) : null;
    for (const registration of next) {
      if (until) registration.offerSeat(until, this.clock.now());
      else registration.giveSeat(this.clock.now());
    }
  }

  /** No offer outlives its hour or the start; where there is no limit any more, nobody needs to be asked. */
  private async settleOffers(sessionId: string, limited: boolean, startsAt: Date, now: Date): Promise<void> {
    for (const registration of await this.em.find(Registration, { sessionId, status: 'offered' }, { lockMode: LockMode.PESSIMISTIC_WRITE })) {
      if (!limited) registration.giveSeat(this.clock.now());
      else if (registration.offeredUntil! <= now || startsAt <= now) registration.lapse(this.clock.now());
      else if (registration.offeredUntil! > startsAt) registration.offerSeat(startsAt, this.clock.now());
    }
    await this.em.flush();
  }
}
