import { query } from '../../embedded/postgres.ts';
import type { Cast, Session } from './cast.ts';

async function database({ set: { cluster } }: Cast): Promise<string> {
  const [one] = await query(cluster.url, "select datname from pg_database where datname like 'journey%'");
  return Object.assign(new URL(cluster.url), { pathname: `/${String(one!['datname'])}` }).href;
}

/** Nobody has started it six minutes after its start, and no host is there: found by the product itself, a few seconds later. */
export async function late(cast: Cast, { id }: Session): Promise<void> {
  const url = await database(cast);
  await query(url, `update scheduling.session set starts_at = now() - interval '6 minutes' where id = $1`, [id]);
  await query(url, `update conferencing.room set planned = planned || jsonb_build_object('startsAt', to_char((now() - interval '6 minutes') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) where session_id = $1`, [id]);
}

/** Nobody started it, and its end is more than an hour ago. No picture waits for that: its time is written back. */
export async function missed(cast: Cast, { id }: Session): Promise<void> {
  const url = await database(cast);
  await query(url, `update scheduling.session set starts_at = now() - interval '3 hours', wall_time = to_char(now() at time zone time_zone - interval '3 hours', 'YYYY-MM-DD"T"HH24:MI') where id = $1`, [id]);
  await query(url, `update registration.session set starts_at = now() - interval '3 hours', ends_at = now() - interval '2 hours' where session_id = $1`, [id]);
}

/** It was an hour long, and people came and went as they do: what really took seconds is stretched. */
export async function lasted(cast: Cast, { id }: Session): Promise<void> {
  const url = await database(cast);
  await query(url, `update conferencing.room set started_at = ended_at - interval '58 minutes' where session_id = $1`, [id]);
  await query(url, `
    with one as (select seat_id, came_at, (row_number() over (order by came_at, seat_id))::int as n, (select ended_at from conferencing.room where session_id = $1) as ended from conferencing.stay where session_id = $1)
    update conferencing.stay set came_at = ended - interval '58 minutes' + make_interval(mins => greatest(0, one.n - 3) * 4), went_at = ended - make_interval(mins => (one.n * 5) % 13)
      from one where one.seat_id = stay.seat_id and one.came_at = stay.came_at`, [id]);
}
