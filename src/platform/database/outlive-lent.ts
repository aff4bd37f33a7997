import type pg from 'pg';

/**
 * A connection that dies while it is lent and nothing is asked of it emits `error`, and the pool, which listens to
 * those that lie idle, does not listen then: unheard, it would end the process. Whoever holds it learns of it from
 * their next query.
 */
export function outliveLent(pool: pg.Pool): void {
  pool.on('connect', (client) => client.on('error', () => undefined));
}
