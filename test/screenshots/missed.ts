import { query } from '../../embedded/postgres.ts';
import type { Cast, Session } from './cast.ts';

/** Nobody has started it six minutes after its start, and no host is there: found by the product itself, a few seconds later. */
export async function late({ set: { cluster } }: Cast, { id }: Session): Promise<void> {
  const [database] = await query(cluster.url, "select datname from pg_database where datname like 'journey%'");
  const url = Object.assign(new URL(cluster.url), { pathname: `/${String(database!['datname'])}` }).href;
  await query(url, `update scheduling.session set starts_at = now() - interval '6 minutes' where id = $1`, [id]);
  await query(url, `update conferencing.room set planned = planned || jsonb_build_object('startsAt', to_char((now() - interval '6 minutes') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) where session_id = $1`, [id]);
}

/** Nobody started it, and its end is more than an hour ago. No picture waits for that: its time is written back. */
export async function missed({ set: { cluster } }: Cast, { id }: Session): Promise<void> {
  const [database] = await query(cluster.url, "select datname from pg_database where datname like 'journey%'");
  const url = Object.assign(new URL(cluster.url), { pathname: `/${String(database!['datname'])}` }).href;
  await query(url, `update scheduling.session set starts_at = now() - interval '3 hours', wall_time = to_char(now() at time zone time_zone - interval '3 hours', 'YYYY-MM-DD"T"HH24:MI') where id = $1`, [id]);
  await query(url, `update registration.session set starts_at = now() - interval '3 hours', ends_at = now() - interval '2 hours' where session_id = $1`, [id]);
}
