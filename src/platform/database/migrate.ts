import type { MikroORM } from '@mikro-orm/postgresql';

/** A number of our own for PostgreSQL's advisory locks: two instances that start at once migrate one after the other. */
const MIGRATION_LOCK = 7_206_143;

/** Brings the database to the schema that this code expects. */
export async function migrate(orm: MikroORM): Promise<void> {
  const lock = orm.em.fork();
  await lock.begin();
  try {
    await lock.execute('set local idle_in_transaction_session_timeout = 0');
    await lock.execute('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    await orm.migrator.up();
    await lock.commit();
  } catch (error) {
    await lock.rollback();
    throw error;
  }
}
