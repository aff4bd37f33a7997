import { Client } from 'pg';
import { now } from '../measured.ts';

const AT_ONCE = 500;

/**
 * The floor of an import: the very rows and jobs that it was seen to write, written again by bare SQL, as many in a
 * transaction as it writes, into tables with the same columns, rules and indexes. Nothing is read, judged or sealed.
 */
export async function writeAgain(databaseUrl: string, sessionId: string, emailsLike: string): Promise<{ ms: number; rows: number }> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: [kept] } = await client.query<{ table: string }>(`select tableoid::regclass::text as table from pgboss.job where data ->> 'event' = 'registration.attendee-registered' limit 1`);
    await client.query(`
      create schema if not exists bench;
      drop table if exists bench.registration, bench.job;
      create table bench.registration (like registration.registration including all);
      create table bench.job (like ${kept!.table} including all);`);
    const rows = await written(client, 'select to_jsonb(registration) as row from registration.registration where session_id = $1 and email like $2', [sessionId, emailsLike]);
    const jobs = await written(client, `
      select to_jsonb(job) as row from pgboss.job where data ->> 'event' = 'registration.attendee-registered'
         and data -> 'facts' ->> 'registrationId' in (select id::text from registration.registration where session_id = $1 and email like $2)`, [sessionId, emailsLike]);
    const jobsForEach = jobs.length / rows.length;
    const began = now();
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      await client.query('begin');
      await insert(client, 'bench.registration', rows.slice(from, from + AT_ONCE));
      await insert(client, 'bench.job', jobs.slice(from * jobsForEach, (from + AT_ONCE) * jobsForEach));
      await client.query('commit');
    }
    return { ms: now() - began, rows: Number((await client.query<{ rows: string }>('select count(*) as rows from bench.registration')).rows[0]!.rows) };
  } finally {
    await client.end();
  }
}

const written = async (client: Client, text: string, values: unknown[]): Promise<string[]> =>
  (await client.query<{ row: object }>(text, values)).rows.map(({ row }) => JSON.stringify(row));

const insert = (client: Client, table: string, rows: readonly string[]): Promise<unknown> =>
  client.query({ name: table, text: `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, values: [`[${rows.join(',')}]`] });
