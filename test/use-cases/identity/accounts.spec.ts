import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startPostgres } from '../../support/postgres.js';
import { ADA, GRACE, cookieOf, startIdentity, type IdentityApp } from './identity-app.js';

const SAME_ORIGIN = { origin: 'http://foyer.test' };

describe('an organizer’s account', () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let databaseUrl: string;
  let database: pg.Client;
  let identity: IdentityApp;
  let cookie: string;

  beforeAll(async () => {
    postgres = await startPostgres();
    databaseUrl = await postgres.createDatabase('accounts');
    database = new pg.Client(databaseUrl);
    await database.connect();
    identity = await startIdentity(databaseUrl, { RATE_LIMIT_FACTOR: '100' });
  }, 120_000);

  afterAll(async () => {
    await identity?.stop();
    await database?.end();
    await postgres?.stop();
  });

  it('is opened with a workspace named after its owner, and is signed in', async () => {
    const answer = await identity.http.post('/api/identity/sign-up').send(ADA);
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      userId: expect.any(String), name: ADA.name, email: ADA.email,
      workspaceId: expect.any(String), workspaceName: ADA.name, role: 'owner', addressConfirmed: false,
    });
    cookie = cookieOf(answer);
    const me = await identity.http.get('/api/identity/me').set('cookie', cookie);
    expect([me.status, me.body]).toEqual([200, answer.body]);
  });

  it('stores the password only as argon2id, with the cost beside it', async () => {
    const { rows } = await database.query('select password from identity.account');
    expect(rows).toHaveLength(1);
    expect(rows[0].password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  });

  it('keeps to its own schema', async () => {
    const { rows } = await database.query(`select table_schema, table_name from information_schema.tables where table_schema in ('public', 'identity') order by 2`);
    expect(new Set(rows.map((row) => row.table_schema))).toEqual(new Set(['identity']));
    expect(rows.map((row) => row.table_name)).toEqual(expect.arrayContaining(['user', 'account', 'session', 'organization', 'member', 'apikey']));
  });

  it('is not opened twice for one address, however it is written', async () => {
    const answer = await identity.http.post('/api/identity/sign-up').send({ ...ADA, email: ' Ada@Example.org' });
    expect([answer.status, answer.body.code]).toEqual([409, 'address-taken']);
  });

  it('names each mistake in what was sent', async () => {
    const answer = await identity.http.post('/api/identity/sign-up').send({ name: 'A\u0000B', email: 'nobody', password: 'short' });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual(['/email', '/name', '/password']);
  });

  it('signs in with its password, in any case of its address', async () => {
    const answer = await identity.http.post('/api/identity/sign-in').send({ email: 'ADA@example.org', password: ADA.password });
    expect([answer.status, answer.body.name]).toEqual([200, ADA.name]);
    expect(cookieOf(answer)).not.toBe(cookie);
  });

  it('answers a wrong password and an unknown address alike, in like time', async () => {
    const timed = async (email: string) => {
      const began = performance.now();
      const answer = await identity.http.post('/api/identity/sign-in').send({ email, password: 'not this one at all' });
      return { took: performance.now() - began, status: answer.status, body: answer.body, cookies: answer.headers['set-cookie'] };
    };
    const known = [], unknown = [];
    for (let round = 0; round < 7; round++) {
      known.push(await timed(ADA.email));
      unknown.push(await timed('nobody@example.org'));
    }
    expect(known[0]).toMatchObject({ status: 401, body: { code: 'wrong-credentials' }, cookies: undefined });
    expect({ ...unknown[0], took: 0 }).toEqual({ ...known[0], took: 0 });
    // The hash is what takes the time: an answer without one would come in a tenth of it.
    const fastest = (all: { took: number }[]): number => Math.min(...all.map(({ took }) => took));
    expect(fastest(unknown)).toBeGreaterThan(fastest(known) / 2);
    expect(fastest(known)).toBeGreaterThan(fastest(unknown) / 2);
  });

  it('is signed out on the server too: the old cookie opens nothing', async () => {
    const session = cookieOf(await identity.http.post('/api/identity/sign-in').send(ADA_SIGN_IN));
    const out = await identity.http.post('/api/identity/sign-out').set('cookie', session).set(SAME_ORIGIN);
    expect(out.status).toBe(204);
    const cleared = out.headers['set-cookie'] as unknown as string[];
    expect(cleared).toContainEqual(expect.stringMatching(/^foyer-organizer=;.*Max-Age=0/));
    expect(cleared.join()).not.toContain('better-auth');
    const me = await identity.http.get('/api/identity/me').set('cookie', session);
    expect([me.status, me.body.code]).toEqual([401, 'signed-out']);
  });

  it('is nobody with an altered cookie', async () => {
    for (const altered of [cookie.replace(/=./, '=_'), 'foyer-organizer=x', 'foyer-organizer=%E0%A4%A', 'other=1']) {
      expect((await identity.http.get('/api/identity/me').set('cookie', altered)).status).toBe(401);
    }
  });

  it('is not changed by looking at it', async () => {
    const state = async () => (await database.query('select (select json_agg(s) from identity.session s) as sessions, (select json_agg(u) from identity."user" u) as users')).rows[0];
    const before = await state();
    await identity.http.get('/api/identity/me').set('cookie', cookie).expect(200);
    expect(await state()).toEqual(before);
  });

  it('lives through a restart of the database’s connections without a failed question', async () => {
    await database.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'foyer-identity' and datname = current_database()`);
    expect((await identity.http.get('/api/identity/me').set('cookie', cookie)).status).toBe(200);
  });

  it('finds its tables there at the next start', async () => {
    const second = await startIdentity(databaseUrl);
    try {
      expect((await second.http.get('/api/identity/me').set('cookie', cookie)).status).toBe(200);
    } finally {
      await second.stop();
    }
  });

  it('prepares its tables once when two instances start at the same moment', async () => {
    const fresh = await postgres.createDatabase('two_at_once');
    const both = await Promise.all([startIdentity(fresh), startIdentity(fresh)]);
    try {
      expect((await both[0].http.post('/api/identity/sign-up').send(ADA)).status).toBe(201);
      expect((await both[1].http.post('/api/identity/sign-in').send(ADA_SIGN_IN)).status).toBe(200);
    } finally {
      await Promise.all(both.map((one) => one.stop()));
    }
  });

  it('is opened whole or not at all', async () => {
    await database.query('alter table identity.member rename to member_away');
    const answer = await identity.http.post('/api/identity/sign-up').send(GRACE);
    await database.query('alter table identity.member_away rename to member');
    expect(answer.status).toBeGreaterThanOrEqual(500);
    const { rows } = await database.query('select count(*)::int as users from identity."user" where email = $1', [GRACE.email]);
    expect(rows[0].users).toBe(0);
  });
});

const ADA_SIGN_IN = { email: ADA.email, password: ADA.password };
