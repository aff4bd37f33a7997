import { jest } from '@jest/globals';
import { Configuration } from '../../src/platform/config/configuration.js';
import { DirectDatabase } from '../../src/platform/database/direct-database.js';
import { RateLimit } from '../../src/platform/http/rate-limit.js';
import { Refusal } from '../../src/platform/model/refusal.js';
import { query } from '../../embedded/postgres.ts';
import { startPostgres, type TestCluster } from '../support/postgres.ts';

jest.setTimeout(60_000);

describe('a rate limit', () => {
  let cluster: TestCluster;
  let url: string;
  const instances: DirectDatabase[] = [];

  /** One instance of the product, as far as it counts. */
  const instance = (): RateLimit => {
    const configuration = new Configuration({ DATABASE_URL: url, SMTP_URL: 'smtp://127.0.0.1:1', FOYER_SECRET: 'a secret for tests, of more than 32 characters' });
    const database = new DirectDatabase(configuration);
    instances.push(database);
    return new RateLimit(database, configuration);
  };
  const outcomes = async (spending: readonly Promise<void>[]) => {
    const settled = await Promise.allSettled(spending);
    return { let: settled.filter(({ status }) => status === 'fulfilled').length, refused: settled.filter((one) => one.status === 'rejected' && one.reason instanceof Refusal && one.reason.status === 429).length };
  };

  beforeAll(async () => {
    cluster = await startPostgres();
    url = await cluster.createDatabase('rate_limit');
    await query(url, 'create schema platform');
    await query(url, 'create unlogged table platform.rate_limit (key text primary key, ends_at timestamptz not null, spent int not null)');
  });

  afterAll(async () => {
    for (const database of instances) await database.onApplicationShutdown();
    await cluster.stop();
  });

  it('lets exactly as many through as it allows, however many come at the same moment', async () => {
    const limit = instance();
    const all = Array.from({ length: 500 }, () => limit.spend('register', '192.0.2.1', { most: 120, seconds: 60 }));
    expect(await outcomes(all)).toEqual({ let: 120, refused: 380 });
  });

  it('counts what several instances let through together', async () => {
    const several = [instance(), instance(), instance()];
    const all = several.flatMap((limit) => Array.from({ length: 100 }, (_, turn) => limit.spend('register', `198.51.100.${turn % 2}`, { most: 70, seconds: 60 })));
    expect(await outcomes(all)).toEqual({ let: 140, refused: 160 });
  });

  it('counts a household by its network: who has IPv6 has more addresses than there are rows', async () => {
    const limit = instance();
    const all = Array.from({ length: 40 }, (_, turn) => limit.spend('join', `2001:db8:7:7::${turn.toString(16)}`, { most: 15, seconds: 60 }));
    expect(await outcomes(all)).toEqual({ let: 15, refused: 25 });
    await limit.spend('join', '2001:db8:7:8::1', { most: 15, seconds: 60 }); // another one
    const mapped = ['192.0.2.50', '::ffff:192.0.2.50'].map((whom) => limit.spend('join', whom, { most: 1, seconds: 60 }));
    expect(await outcomes(mapped)).toEqual({ let: 1, refused: 1 });
  });

  it('says how long to wait, and lets again when the time is over', async () => {
    const limit = instance();
    const once = () => limit.spend('sign-in', 'somebody', { most: 1, seconds: 1 });
    await once();
    await expect(once()).rejects.toMatchObject({ status: 429, extra: { retryAfter: 1 } });
    await new Promise((over) => setTimeout(over, 1_200));
    await once();
  });

  it('keeps nothing by which somebody could be known', async () => {
    await instance().spend('register', '203.0.113.77', { most: 10, seconds: 60 });
    const rows = await query(url, 'select row::text as text from platform.rate_limit row');
    expect(JSON.stringify(rows)).not.toContain('203.0.113.77');
  });

  it('tells everyone who waits for a count that fails, and counts the next ones', async () => {
    const limit = instance();
    await query(url, 'alter table platform.rate_limit rename to away');
    const failed = await Promise.allSettled([limit.spend('register', 'a', { most: 1, seconds: 60 }), limit.spend('register', 'b', { most: 1, seconds: 60 })]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await query(url, 'alter table platform.away rename to rate_limit');
    await limit.spend('register', 'a', { most: 1, seconds: 60 });
  });
});
