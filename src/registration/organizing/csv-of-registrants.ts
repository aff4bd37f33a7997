import { EntityManager } from '@mikro-orm/postgresql';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { csvLine } from '../../platform/http/csv.js';
import type { FormField } from '../../scheduling/events.js';
import type { Answers } from '../events.js';
import { whereWanted, type Wanted } from '../registrants-of-session.js';
import { FACTS, asCell, onceAsked, questionHeads } from '../model/registrants-sheet.js';
import { Organized } from './organized.js';

/** All who registered for one of the organizer's own sessions, as lines of CSV in the order in which they came. */
export class CsvOfRegistrants extends Query<AsyncGenerator<string>> {
  constructor(
    readonly sessionId: string,
    readonly by: Principal,
    readonly wanted: Wanted,
  ) {
    super();
  }
}

interface Row { id: string; email: string; name: string; status: string; answers: Answers; time_zone: string; locale: string; registered_in_utc: string }

/** Each look at the database stays short, and so does what is held in memory. */
const AT_ONCE = 1_000;

@QueryHandler(CsvOfRegistrants)
export class CsvOfRegistrantsHandler implements IQueryHandler<CsvOfRegistrants> {
  constructor(
    private readonly em: EntityManager,
    private readonly organized: Organized,
  ) {}

  async execute({ sessionId, by, wanted }: CsvOfRegistrants): Promise<AsyncGenerator<string>> {
    const { form, askedBefore } = await this.organized.session(sessionId, by);
    // Before the first line leaves: after it nobody can be told that something is wrong.
    const searched = whereWanted(wanted, form ?? []);
    return this.lines(sessionId, wanted, searched, form ?? [], onceAsked(form ?? [], askedBefore));
  }

  private async *lines(sessionId: string, wanted: Wanted, searched: ReturnType<typeof whereWanted>, form: readonly FormField[], once: readonly FormField[]): AsyncGenerator<string> {
    yield `\ufeff${csvLine([...FACTS, ...questionHeads(form), ...once.map(({ key, label }) => `${label} (${key}, asked before)`)])}`;
    const conditions = ['session_id = ?', 'erased_at is null', ...(wanted.status ? ['status = ?'] : []), ...searched.conditions, '(registered_at, id) > (?::timestamptz, ?::uuid)'].join(' and ');
    const values = [sessionId, ...(wanted.status ? [wanted.status] : []), ...searched.words];
    for (let behind = ['-infinity', '00000000-0000-0000-0000-000000000000']; ; ) {
      const rows = await this.em.fork().execute<Row[]>(
        `select id, email, name, status, answers, time_zone, locale, to_char(registered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as registered_in_utc
           from registration.registration where ${conditions} order by registered_at, id limit ?`,
        [...values, ...behind, AT_ONCE],
      );
      if (rows.length > 0) yield rows.map((row) => csvLine([row.name, row.email, row.status, row.time_zone, row.locale, row.registered_in_utc, ...[...form, ...once].map(({ key }) => asCell(row.answers[key]))])).join('');
      const last = rows.at(-1);
      if (!last || rows.length < AT_ONCE) return;
      behind = [last.registered_in_utc, last.id];
    }
  }
}
