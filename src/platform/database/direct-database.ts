import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Configuration } from '../config/configuration.js';
import type { QueueDatabase } from '../events/outbox.js';
import { outliveLent } from './outlive-lent.js';

/** Prepared once on each connection, by its name. */
export interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/** A transaction past the ORM: prepared statements by name, and the queue's SQL in the same one. */
export interface DirectTransaction extends QueueDatabase {
  query<Row extends pg.QueryResultRow>(statement: Statement): Promise<Row[]>;
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
      // A plan that was kept from when a table was nearly empty reads all of it for each row, until somebody analyzes it.
      options: '-c plan_cache_mode=force_custom_plan',
    });
    outliveLent(this.pool);
    this.pool.on('error', (error) => this.log.warn(`An idle connection ended: ${error.message}`));
  }

  /** One statement, which is its own transaction; of a kind that may run twice: where the connection was dead, it does. */
  async query<Row extends pg.QueryResultRow>(statement: Statement): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>(statement).catch((error: unknown) => {
      if (isOfDeadConnection(error)) return this.pool.query<Row>(statement);
      throw error;
    });
    return rows;
  }

  /** Runs it in one transaction. A connection that died while idle fails its first query: that one is tried again. */
  async transaction<Result>(run: (transaction: DirectTransaction) => Promise<Result>): Promise<Result> {
    const client = await this.begun().catch((error: unknown) => (isOfDeadConnection(error) ? this.begun() : Promise.reject(error)));
    try {
      const result = await run({
        query: async (statement) => (await client.query(statement)).rows as never,
        executeSql: async (text: string, values?: unknown[]) => client.query(text, values),
      } as DirectTransaction);
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      // One that did not answer in time would not answer a rollback either: the server ends it with the connection.
      if (isOfDeadConnection(error) || isUnanswered(error)) client.release(true);
      else await client.query('rollback').then(() => client.release(), () => client.release(true));
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

/** The server ended it (57P0x: shutdown, crash), or the wire broke; not a timeout, which has cost its time. */
function isOfDeadConnection(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return /^(57P0[123]|ECONNRESET|EPIPE)$/.test(code ?? '') || message === 'Connection terminated unexpectedly';
}

const isUnanswered = (error: unknown): boolean => (error as Error).message === 'Query read timeout';
