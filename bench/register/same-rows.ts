import { query } from '../../embedded/postgres.ts';

/** What the product stored for one registration, as the model of what the floors store. */
export interface SameRows {
  /** The table of each row, its columns, and their values as SQL; `$name` marks what differs each time. */
  readonly statement: (marks: Record<Mark, string>) => string;
}

type Mark = 'id' | 'email' | 'name' | 'answers' | 'tokenHash' | 'sealedToken' | 'facts';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Reads the only registration there is, and its jobs, column by column. */
export async function sameRows(databaseUrl: string): Promise<SameRows> {
  const [registration] = await query(databaseUrl, 'select to_jsonb(row) as columns from registration.registration row');
  const jobs = await query(databaseUrl, `
    select job.tableoid::regclass::text as "table", to_jsonb(job) - '{state,retry_count,output,started_on,completed_on}'::text[] as columns
      from pgboss.job job where data ->> 'event' = 'registration.attendee-registered'`);
  if (!registration || jobs.length === 0) throw new Error('The product stored no registration with its jobs to learn from.');
  return {
    statement: (marks) => {
      const marked: Record<string, string> = { id: marks.id, email: marks.email, email_key: marks.email, name: marks.name, answers: marks.answers, token_hash: marks.tokenHash, sealed_token: marks.sealedToken };
      const row = insert('registration.registration', registration['columns'] as Columns, (column) => marked[column]);
      const stored = jobs.map(({ table, columns }) => insert(String(table), columns as Columns, (column) => ({ id: 'gen_random_uuid()', data: marks.facts })[column]));
      const last = stored.pop()!;
      return `with ${[row, ...stored].map((text, index) => `row_${index} as (${text})`).join(', ')} ${last}`;
    },
  };
}

type Columns = Record<string, unknown>;

function insert(table: string, columns: Columns, mark: (column: string) => string | undefined): string {
  const given = Object.entries(columns).filter(([, value]) => value !== null);
  const value = (column: string, constant: unknown): string => {
    const text = typeof constant === 'object' ? JSON.stringify(constant) : String(constant);
    if (/^\d{4}-\d\d-\d\dT[\d:.]+/.test(text)) return column === 'keep_until' ? "now() + interval '14 days'" : 'now()';
    return quoted(text);
  };
  return `insert into ${table} (${given.map(([column]) => column).join(', ')}) values (${given.map(([column, constant]) => mark(column) ?? value(column, constant)).join(', ')})`;
}

/** A fact of the usual length, told as a constant: the floors need not build it. */
export async function aFact(databaseUrl: string): Promise<string> {
  const [row] = await query(databaseUrl, `select data::text from pgboss.job where data ->> 'event' = 'registration.attendee-registered' limit 1`);
  return String(row!['data']);
}
