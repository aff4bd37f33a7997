import { EntityManager } from '@mikro-orm/postgresql';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { Invalid } from '../platform/model/refusal.js';
import type { Answers, RegistrationStatus } from './events.js';
import { SessionCopies } from './copy-sessions.js';

export interface Registrants {
  items: { id: string; email: string; name: string; answers: Answers; status: RegistrationStatus; timeZone: string; registeredAt: string }[];
  /** Where the next page begins; null on the last. */
  next: string | null;
  total: number;
}

/** Who registered, in the order in which they came, a page at a time. */
export class RegistrantsOfSession extends Query<Registrants> {
  constructor(
    readonly sessionId: string,
    readonly by: Principal,
    readonly limit: number,
    readonly after?: string,
  ) {
    super();
  }
}

interface Row { id: string; email: string; name: string; answers: Answers; status: RegistrationStatus; time_zone: string; registered_at: string }

@QueryHandler(RegistrantsOfSession)
export class RegistrantsOfSessionHandler implements IQueryHandler<RegistrantsOfSession> {
  constructor(
    private readonly em: EntityManager,
    private readonly copies: SessionCopies,
  ) {}

  async execute({ sessionId, by, limit, after }: RegistrantsOfSession): Promise<Registrants> {
    await this.copies.of(sessionId, by);
    const [at, id] = after ? cursor(after) : ['-infinity', '00000000-0000-0000-0000-000000000000'];
    const rows = await this.em.execute<Row[]>(
      `select id, email, name, answers, status, time_zone, to_char(registered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as registered_at
         from registration.registration
        where session_id = ? and erased_at is null and (registered_at, id) > (?::timestamptz, ?::uuid)
        order by registered_at, id limit ?`,
      [sessionId, at, id, limit + 1],
    );
    const [{ total }] = await this.em.execute<[{ total: number }]>('select count(*)::int as total from registration.registration where session_id = ? and erased_at is null', [sessionId]);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ time_zone: timeZone, registered_at: registeredAt, ...row }) => ({ ...row, timeZone, registeredAt })),
      next: rows.length > limit && last ? `${last.registered_at}~${last.id}` : null,
      total,
    };
  }
}

function cursor(after: string): [string, string] {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]{8,15}Z)~([0-9a-f-]{36})$/.exec(after) ?? [];
  if (!at || !id) throw Invalid.at('/after', 'cursor', 'Use the `next` of the page before.');
  return [at, id];
}
