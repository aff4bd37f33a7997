import type pg from 'pg';

/** What `pg` says of a query that was not answered in time: it may still run, so its connection is of no use to anybody. */
const UNANSWERED = 'Query read timeout';

/**
 * Gives back to the pool what a broken transaction held. The query builder under the ORM releases the connection
 * of a transaction after its commit or rollback has succeeded, and never where BEGIN, COMMIT and ROLLBACK fail: so
 * each transaction that a restart of the database cuts short would take one connection out of the pool for ever,
 * and after ten of them nothing is answered any more. Here a connection that has ended is released by itself,
 * one that did not answer is ended, and a release that comes a second time does nothing.
 */
export function giveBackTheDead(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    endWhenUnanswered(client);
    releaseWhenEnded(client);
  });
}

function endWhenUnanswered(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...call: unknown[]) => unknown;
  const watched = (...call: unknown[]): unknown => {
    const answer = query(...call);
    if (answer instanceof Promise) answer.catch((error: Error) => error.message === UNANSWERED && streamOf(client).destroy());
    return answer;
  };
  client.query = watched as typeof client.query;
}

/** The pool writes a new `release` at each loan. */
function releaseWhenEnded(client: pg.PoolClient): void {
  let release: pg.PoolClient['release'] | null = null;
  const once: pg.PoolClient['release'] = (broken) => {
    const lent = release;
    release = null;
    lent?.(broken);
  };
  Object.defineProperty(client, 'release', { get: () => once, set: (loan: pg.PoolClient['release']) => void (release = loan) });
  client.once('end', () => once(true));
}

const streamOf = (client: pg.PoolClient): { destroy(): void } => (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream;
