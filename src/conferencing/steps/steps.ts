import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { StepOnTheWay } from '../events.js';

type What = StepOnTheWay['what'];

/** A page may say the same again and again: once in a minute is enough, and so many in all. */
const AGAIN_AFTER_S = 60;
const MOST_REPORTED = 300;

/** Writes down what becomes of registrants on their way in, so that somebody can say later why they were not. Of guests and hosts nobody asks. */
@Injectable()
export class Steps {
  constructor(private readonly em: EntityManager) {}

  /** In the caller's transaction, if there is one. */
  async ofSeat(seatId: string, what: What, em: EntityManager = this.em): Promise<void> {
    await em.execute(
      `insert into conferencing.step (session_id, registration_id, what)
       select session_id, occupant_id::uuid, ? from conferencing.seat where id = ? and occupant_kind = 'registration'`,
      [what, seatId],
    );
  }

  async ofSeats(steps: readonly { seatId: string; what: What }[]): Promise<void> {
    if (steps.length === 0) return;
    await this.em.getConnection().execute(
      `insert into conferencing.step (session_id, registration_id, what)
       select session_id, occupant_id::uuid, step.what from unnest(?::uuid[], ?::text[]) as step (seat_id, what)
         join conferencing.seat on seat.id = step.seat_id and occupant_kind = 'registration'`,
      [`{${steps.map(({ seatId }) => seatId).join(',')}}`, `{${steps.map(({ what }) => what).join(',')}}`],
    );
  }

  async of({ sessionId, registrationId }: { sessionId: string; registrationId: string }, what: What, detail: string | null = null): Promise<void> {
    await this.em.execute('insert into conferencing.step (session_id, registration_id, what, detail) values (?, ?, ?, ?)', [sessionId, registrationId, what, detail]);
  }

  /** What a page says of itself. */
  async reported({ sessionId, registrationId }: { sessionId: string; registrationId: string }, what: What, detail: string | null): Promise<void> {
    await this.em.execute(
      `insert into conferencing.step (session_id, registration_id, what, detail) select ?, ?, ?, ?
        where not exists (select from conferencing.step where registration_id = ? and what = ? and detail is not distinct from ? and at > now() - make_interval(secs => ${AGAIN_AFTER_S}))
          and (select count(*) from conferencing.step where registration_id = ?) < ${MOST_REPORTED}`,
      [sessionId, registrationId, what, detail, registrationId, what, detail, registrationId],
    );
  }
}
