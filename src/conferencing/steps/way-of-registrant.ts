import { EntityManager } from '@mikro-orm/postgresql';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { WayOfRegistrant, type StepOnTheWay } from '../events.js';

@QueryHandler(WayOfRegistrant)
export class WayOfRegistrantHandler implements IQueryHandler<WayOfRegistrant> {
  constructor(private readonly em: EntityManager) {}

  async execute({ sessionId, registrationId }: WayOfRegistrant): Promise<StepOnTheWay[]> {
    const rows = await this.em.execute<{ at: string; what: StepOnTheWay['what']; detail: string | null }[]>(
      `with stay as (select came_at, went_at from conferencing.stay join conferencing.seat on seat.id = stay.seat_id
                      where seat.session_id = ? and seat.occupant_kind = 'registration' and seat.occupant_id = ?)
       select at, what, detail from (
         select at, what, detail, 1 as rank, id from conferencing.step where session_id = ? and registration_id = ?
         union all select started_at, 'session-started', null, 0, 0 from conferencing.room where session_id = ? and started_at is not null
         union all select ended_at, case status when 'cancelled' then 'session-cancelled' else 'session-ended' end, null, 3, 0 from conferencing.room where session_id = ? and ended_at is not null
         union all select came_at, 'entered', null, 2, 0 from stay
         union all select went_at, 'left', null, 2, 1 from stay where went_at is not null
       ) as one order by at, rank, id`,
      [sessionId, registrationId, sessionId, registrationId, sessionId, sessionId],
    );
    return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at).toISOString() }));
  }
}
