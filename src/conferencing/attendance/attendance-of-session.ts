import { EntityManager } from '@mikro-orm/postgresql';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Role } from '../../../client/protocol.js';
import type { Principal } from '../../identity/principal.js';
import { NotFound } from '../../platform/model/refusal.js';
import { HowManyRegistered } from '../../registration/events.js';
import { Room } from '../model/room.js';

export interface Stay {
  cameAt: string;
  /** Null while they are in. */
  wentAt: string | null;
}

export interface Attendance {
  startedAt: string | null;
  endedAt: string | null;
  /** How many held a seat by their registration, and how many of them came; the share is null where nobody registered. */
  registrants: { registered: number; came: number; share: number | null };
  /** In the order in which they came; who waited and left before the start is last, with no stay. */
  people: { seatId: string; name: string; role: Role; registrationId: string | null; stays: Stay[]; seconds: number }[];
}

/** Who was in the room, when, and for how long. */
export class AttendanceOfSession extends Query<Attendance> {
  constructor(
    readonly sessionId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@QueryHandler(AttendanceOfSession)
export class AttendanceOfSessionHandler implements IQueryHandler<AttendanceOfSession> {
  constructor(
    private readonly em: EntityManager,
    private readonly queries: QueryBus,
  ) {}

  async execute({ sessionId, by }: AttendanceOfSession): Promise<Attendance> {
    const room = UUID.test(sessionId) ? await this.em.findOne(Room, { sessionId, workspaceId: by.workspaceId }) : null;
    if (!room) throw new NotFound('session');
    const people = await this.em.execute<(Omit<Attendance['people'][number], 'stays'> & { stays: [string, string | null][] })[]>(
      `select seat.id as "seatId", seat.name, seat.role, case seat.occupant_kind when 'registration' then seat.occupant_id end as "registrationId",
              coalesce(sum(extract(epoch from coalesce(stay.went_at, now()) - stay.came_at)), 0)::int as seconds,
              coalesce(jsonb_agg(jsonb_build_array(stay.came_at, stay.went_at) order by stay.came_at) filter (where stay.seat_id is not null), '[]') as stays
         from conferencing.seat as seat left join conferencing.stay as stay on stay.seat_id = seat.id
        where seat.session_id = ? and (stay.seat_id is not null or seat.admission = 'admitted')
        group by seat.id order by min(stay.came_at) nulls last, seat.taken_at, seat.id`,
      [sessionId],
    );
    const cameByRegistration = people.flatMap(({ registrationId, stays }) => (registrationId && stays.length > 0 ? [registrationId] : []));
    const { registered, came } = await this.queries.execute(new HowManyRegistered(sessionId, cameByRegistration));
    return {
      startedAt: room.startedAt?.toISOString() ?? null,
      endedAt: room.endedAt?.toISOString() ?? null,
      registrants: { registered, came, share: registered === 0 ? null : Math.round((came / registered) * 1000) / 1000 },
      people: people.map(({ stays, ...person }) => ({ ...person, stays: stays.map(([cameAt, wentAt]) => ({ cameAt: instant(cameAt), wentAt: wentAt && instant(wentAt) })) })),
    };
  }
}

const instant = (of: string): string => new Date(of).toISOString();
