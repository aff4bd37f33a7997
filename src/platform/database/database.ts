import { Migrator } from '@mikro-orm/migrations';
import { PostgreSqlDriver, defineConfig, type Options } from '@mikro-orm/postgresql';
import type { Configuration } from '../config/configuration.js';
import type { Outbox } from '../events/outbox.js';
import { giveBackTheDead } from './give-back-the-dead.js';

export interface Rooms {
  /** Each context's tables. */
  readonly tables: NonNullable<Options['entities']>;
  readonly migrations: readonly { name: string; class: unknown }[];
}

/** No request hangs on a database that does not answer: these bounds, in ms, are the promise of five seconds. */
const BOUNDS = {
  connectionTimeoutMillis: 2_000,
  query_timeout: 3_000,
  statement_timeout: 2_500,
  idle_in_transaction_session_timeout: 5_000,
};

export const databaseOptions = (configuration: Configuration, rooms: Rooms, outbox: Outbox): Options =>
  defineConfig({
    driver: PostgreSqlDriver,
    clientUrl: configuration.databaseUrl,
    entities: rooms.tables as never,
    subscribers: [outbox],
    extensions: [Migrator],
    pool: { min: 0, max: 10 },
    driverOptions: { ...BOUNDS, onPoolCreated: giveBackTheDead },
    forceUtcTimezone: true,
    migrations: {
      migrationsList: rooms.migrations as never,
      tableName: 'platform.migration',
      transactional: true,
      snapshot: false,
    },
    discovery: { warnWhenNoEntities: false },
  } as Options);
