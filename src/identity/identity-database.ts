import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Configuration } from '../platform/config/configuration.js';
import { outliveLent } from '../platform/database/outlive-lent.js';

const SCHEMA = 'identity';
/** Slower than this, and asking a second time would keep the caller waiting beyond five seconds. */
const QUICK_FAILURE_MS = 1_000;

/** The accounts' own schema, reached through a pool of its own, because the library speaks to `pg` directly. */
@Injectable()
export class IdentityDatabase implements OnApplicationShutdown {
  readonly pool: pg.Pool;
  private readonly log = new Logger('Identity');

  constructor(private readonly configuration: Configuration) {
    this.pool = this.poolWith({
      max: 5,
      connectionTimeoutMillis: 2_000,
      query_timeout: 3_000,
      statement_timeout: 2_500,
      idle_in_transaction_session_timeout: 5_000,
    });
  }

  /** Runs the work while no other instance prepares the schema, on a pool without the bounds that a request has. */
  async prepare(migrate: (pool: pg.Pool) => Promise<void>): Promise<void> {
    const pool = this.poolWith({ max: 2, connectionTimeoutMillis: 10_000 });
    try {
      await this.holding(pool, 'pg_advisory_lock', 'migrate', async () => {
        await pool.query(`create schema if not exists ${SCHEMA}`);
        await migrate(pool);
      });
    } finally {
      await pool.end();
    }
  }

  /** Runs the work unless someone else, on any instance, is at the same work now: then null. */
  async alone<T>(name: string, work: () => Promise<T>): Promise<T | null> {
    return this.holding(this.pool, 'pg_try_advisory_lock', name, work);
  }

  async row<T extends object>(sql: string, values: unknown[]): Promise<T | null> {
    return (await this.rows<T>(sql, values))[0] ?? null;
  }

  async rows<T extends object>(sql: string, values: unknown[]): Promise<T[]> {
    return (await this.pool.query(sql, values)).rows as T[];
  }

  /** All of it or nothing. */
  async together<T>(work: (ask: <R extends object>(sql: string, values: unknown[]) => Promise<R[]>) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let healthy = false;
    try {
      await client.query('begin');
      const result = await work(async <R extends object>(sql: string, values: unknown[]) => (await client.query(sql, values)).rows as R[]);
      await client.query('commit');
      healthy = true;
      return result;
    } catch (error) {
      healthy = await client.query('rollback').then(() => true, () => false);
      throw error;
    } finally {
      client.release(!healthy);
    }
  }

  /** After PostgreSQL restarted, the first question on each dead connection fails: a read is put once more. */
  async reading<T>(read: () => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await read();
    } catch (error) {
      if (performance.now() - began > QUICK_FAILURE_MS) throw error;
      return read();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private async holding<T>(pool: pg.Pool, take: 'pg_advisory_lock' | 'pg_try_advisory_lock', name: string, work: () => Promise<T>): Promise<T | null> {
    const lock = [`${SCHEMA}.${name}`];
    const client = await pool.connect();
    let healthy = false;
    try {
      const { rows } = await client.query(`select ${take}(hashtextextended($1, 0)) as got`, lock);
      const got = take === 'pg_advisory_lock' || (rows[0] as { got: boolean }).got;
      const result = got ? await work() : null;
      if (got) await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', lock);
      healthy = true;
      return result;
    } finally {
      // After a failure the connection is thrown away, and the lock with it.
      client.release(!healthy);
    }
  }

  private poolWith(options: pg.PoolConfig): pg.Pool {
    const pool = new pg.Pool({
      connectionString: this.configuration.databaseUrl,
      options: `-c search_path=${SCHEMA}`,
      application_name: 'foyer-identity',
      ...options,
    });
    outliveLent(pool);
    // A connection that dies while idle would otherwise end the process.
    pool.on('error', (error) => this.log.warn(`A database connection was lost: ${error.message}`));
    return pool;
  }
}
