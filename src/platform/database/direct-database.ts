import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Configuration } from '../config/configuration.js';
import type { QueueDatabase } from '../events/outbox.js';

/** A transaction past the ORM: prepared statements by name, and the queue's SQL in the same one. */
export interface DirectTransaction extends QueueDatabase {
  query<Row extends pg.QueryResultRow>(statement: { name: string; text: string; values: unknown[] }): Promise<Row[]>;
}

/** For the few hot paths that combine many people's writes into one statement; everything else takes the ORM. */
@Injectable()
export class DirectDatabase implements OnApplicationShutdown {
  private readonly log = new Logger('Database');
  private readonly pool: pg.Pool;

  constructor(configuration: Configuration) {
    this.pool = new pg.Pool({
      connectionString: configuration.databaseUrl,
      max: 4,
      connectionTimeoutMillis: 2_000,
      query_timeout: 3_000,
      statement_timeout: 2_500,
      idle_in_transaction_session_timeout: 5_000,
    });
    this.pool.on('error', (error) => this.log.warn(`An idle connection ended: ${error.message}`));
  }

  /** Runs it in one transaction. A connection that died while idle fails its first query: that one is tried again. */
  async transaction<Result>(run: (transaction: DirectTransaction) => Promise<Result>): Promise<Result> {
    const client = await this.begun().catch(() => this.begun());
    try {
      const result = await run({
        query: async (statement) => (await client.query(statement)).rows as never,
        executeSql: async (text: string, values?: unknown[]) => client.query(text, values),
      } as DirectTransaction);
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      await client.query('rollback').then(() => client.release(), () => client.release(true));
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private async begun(): Promise<pg.PoolClient> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}
