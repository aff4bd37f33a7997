import { MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { IdentityDatabase } from '../../../src/identity/identity-database.js';
import { Configuration } from '../../../src/platform/config/configuration.js';
import { databaseOptions } from '../../../src/platform/database/database.js';
import { DirectDatabase } from '../../../src/platform/database/direct-database.js';
import { query } from '../../../embedded/postgres.ts';
import { startPostgres, type TestCluster } from '../../support/postgres.js';

describe('the pool of database connections', () => {
  let cluster: TestCluster;
  let url: string;
  let orm: MikroORM;
  let pool: pg.Pool;
  let configuration: Configuration;
  beforeAll(async () => {
    cluster = await startPostgres();
    url = await cluster.createDatabase('pool');
    configuration = new Configuration({ DATABASE_URL: url, SMTP_URL: 'smtp://127.0.0.1:1', FOYER_SECRET: 'a secret for tests, of more than 32 characters' });
    orm = await MikroORM.init({ ...databaseOptions(configuration, { tables: [], migrations: [] }, {} as never), subscribers: [] });
    pool = (await (orm.em.getConnection() as unknown as { getNativeClient(): Promise<unknown> }).getNativeClient()) as pg.Pool;
  }, 120_000);
  afterAll(async () => {
    await Promise.race([orm?.close(), new Promise((resolve) => setTimeout(resolve, 2_000))]);
    await cluster?.stop();
  });

  const isWhole = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect({ inUse: pool.totalCount - pool.idleCount, waiting: pool.waitingCount }).toEqual({ inUse: 0, waiting: 0 });
    expect(await orm.em.fork().transactional((em) => em.execute('select 1 as one'))).toEqual([{ one: 1 }]);
  };
  const pidOf = async (em: { execute(sql: string): Promise<unknown> }) => ((await em.execute('select pg_backend_pid() as pid')) as { pid: number }[])[0]!.pid;

  it('loses none with a transaction whose connection dies in its midst', async () => {
    for (let round = 0; round < 12; round++) {
      const died = orm.em.fork().transactional(async (em) => {
        await query(url, `select pg_terminate_backend(${await pidOf(em)})`);
        await em.execute('select 1');
      });
      await expect(died).rejects.toThrow();
    }
    await isWhole();
  }, 30_000);

  it('loses none with a transaction whose connection dies before it is committed', async () => {
    for (let round = 0; round < 12; round++) {
      const died = orm.em.fork().transactional(async (em) => {
        await query(url, `select pg_terminate_backend(${await pidOf(em)})`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      });
      await expect(died).rejects.toThrow();
    }
    await isWhole();
  }, 30_000);

  it('loses none, and none stays busy, with a transaction that is not answered in time', async () => {
    const settings = { query_timeout: 100, statement_timeout: 0 };
    const impatient = await MikroORM.init({ ...orm.config.getAll(), driverOptions: { ...(orm.config.get('driverOptions') as object), ...settings } } as never);
    const hurried = (await (impatient.em.getConnection() as unknown as { getNativeClient(): Promise<unknown> }).getNativeClient()) as pg.Pool;
    for (let round = 0; round < 12; round++) await expect(impatient.em.fork().transactional((em) => em.execute('select pg_sleep(1)'))).rejects.toThrow('timeout');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(hurried.totalCount - hurried.idleCount).toBe(0);
    expect(await impatient.em.fork().transactional((em) => em.execute('select 1 as one'))).toEqual([{ one: 1 }]);
    await impatient.close();
  }, 30_000);

  describe('that is lent, and dies while nothing is asked of it', () => {
    const unheard: unknown[] = [];
    const hear = (error: unknown): void => void unheard.push(error);
    beforeEach(() => {
      unheard.length = 0;
      process.on('uncaughtException', hear);
    });
    afterEach(() => process.off('uncaughtException', hear));
    const dies = async (pid: number): Promise<void> => {
      await query(url, `select pg_terminate_backend(${pid})`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    };

    it('fails its transaction past the ORM, and nothing else', async () => {
      const direct = new DirectDatabase(configuration);
      const died = direct.transaction(async (transaction) => {
        const [row] = await transaction.query<{ pid: number }>({ name: 'pid', text: 'select pg_backend_pid() as pid', values: [] });
        await dies(row!.pid);
        await transaction.query({ name: 'one', text: 'select 1', values: [] });
      });
      await expect(died).rejects.toThrow();
      expect(await direct.query({ name: 'two', text: 'select 2 as two', values: [] })).toEqual([{ two: 2 }]);
      await direct.onApplicationShutdown();
      expect(unheard).toEqual([]);
    });

    it('fails what the accounts do together, and nothing else', async () => {
      const accounts = new IdentityDatabase(configuration);
      const died = accounts.together(async (ask) => {
        const [row] = await ask<{ pid: number }>('select pg_backend_pid() as pid', []);
        await dies(row!.pid);
        await ask('select 1', []);
      });
      await expect(died).rejects.toThrow();
      expect(await accounts.rows('select 2 as two', [])).toEqual([{ two: 2 }]);
      await accounts.onApplicationShutdown();
      expect(unheard).toEqual([]);
    });
  });
});
