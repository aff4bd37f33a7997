import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Instance } from '../../platform/realtime/instance.js';

/** An instance that did not show itself for so long (s) is dead: several rounds of `Presence`'s sweep. */
export const DEAD_AFTER_S = 20;
/** Who comes back from a dead instance within that time (s) was never gone: so long the media gateway keeps what they send, too. */
const NEVER_GONE_S = 60;

/** The instance that holds the seat. One's own is not, however long the database was away. */
const IS_DEAD = `dead.id = seat.instance and dead.id <> ? and dead.seen_at < now() - make_interval(secs => ${DEAD_AFTER_S})`;
const IS_IN = `room.status = 'live' and seat.present and not seat.has_left and seat.admission = 'admitted'`;

/**
 * Keeps a stay for each time that somebody is in the live room. What is true of seat and room is the truth; a stay
 * follows it, by statements that may run at any time, any number of times and at once (all take their rows in the order of the seats' ids): with each coming and going for
 * its exact time, and every few seconds for whatever was not told or could not be written.
 */
@Injectable()
export class Stays {
  constructor(
    private readonly em: EntityManager,
    private readonly instance: Instance,
  ) {}

  /** People sit down whose seats another instance held: had that been gone for long, they were gone as long. */
  async cameBack(seats: readonly { seatId: string; from: string }[]): Promise<void> {
    if (seats.length === 0) return;
    await this.em.execute(
      `with back as materialized (
         select stay.seat_id, former.seen_at from unnest(?::uuid[], ?::text[]) as seat (id, "from")
           join conferencing.instance as former on former.id = seat."from" and former.seen_at < now() - make_interval(secs => ${NEVER_GONE_S})
           join conferencing.stay on stay.seat_id = seat.id and stay.went_at is null
          order by stay.seat_id for no key update of stay)
       update conferencing.stay as stay set went_at = greatest(stay.came_at, back.seen_at) from back where stay.seat_id = back.seat_id and stay.went_at is null`,
      [`{${seats.map(({ seatId }) => seatId).join(',')}}`, `{${seats.map(({ from }) => from).join(',')}}`],
    );
  }

  async seats(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.follow('and seat.id = any(?::uuid[])', [`{${ids.join(',')}}`]);
  }

  session(sessionId: string): Promise<void> {
    return this.follow('and seat.session_id = ?', [sessionId]);
  }

  all(): Promise<void> {
    return this.follow('', []);
  }

  /** Ends the stays of whoever is not in any more, at the last moment at which they are known to have been, and begins those of who came. */
  private async follow(which: string, whose: string[]): Promise<void> {
    await this.em.execute(
      `with over as materialized (
         select stay.seat_id, least(case when seat.present then now() else coalesce(seat.gone_at, now()) end, dead.seen_at) as at
           from conferencing.stay
           join conferencing.seat as seat on seat.id = stay.seat_id
           join conferencing.room as room on room.session_id = seat.session_id
           left join conferencing.instance as dead on ${IS_DEAD}
          where stay.went_at is null and not (${IS_IN}) ${which}
          order by stay.seat_id for no key update of stay)
       update conferencing.stay as stay set went_at = greatest(stay.came_at, over.at) from over where stay.seat_id = over.seat_id and stay.went_at is null`,
      [this.instance.id, ...whose],
    );
    await this.em.execute(
      `insert into conferencing.stay (seat_id, session_id, came_at)
       select seat.id, seat.session_id, now() from conferencing.seat as seat join conferencing.room as room on room.session_id = seat.session_id
        where ${IS_IN} ${which} and not exists (select from conferencing.stay where stay.seat_id = seat.id and stay.went_at is null)
          and not exists (select from conferencing.instance as dead where ${IS_DEAD})
        order by seat.id
       on conflict do nothing`,
      [...whose, this.instance.id],
    );
  }
}
