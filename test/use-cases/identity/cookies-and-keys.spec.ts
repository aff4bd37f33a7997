import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startPostgres } from '../../support/postgres.js';
import { ADA, GRACE, cookieOf, startIdentity, type IdentityApp } from './identity-app.js';

describe('showing who one is', () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let databaseUrl: string;
  let identity: IdentityApp;
  let cookie: string;

  beforeAll(async () => {
    postgres = await startPostgres();
    databaseUrl = await postgres.createDatabase('cookies_and_keys');
    identity = await startIdentity(databaseUrl);
    cookie = cookieOf(await identity.http.post('/api/identity/sign-up').send(ADA));
  }, 120_000);

  afterAll(async () => {
    await identity?.stop();
    await postgres?.stop();
  });

  const makeKey = (headers: Record<string, string>) =>
    identity.http.post('/api/identity/api-keys').set(headers).send({ name: 'nightly import' });

  describe('by cookie', () => {
    it('keeps it from scripts and from other sites’ requests', async () => {
      const answer = await identity.http.post('/api/identity/sign-in').send({ email: ADA.email, password: ADA.password });
      const [line] = answer.headers['set-cookie'] as unknown as string[];
      expect(line).toMatch(/^foyer-organizer=/);
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; SameSite=Lax/);
      expect(line).toMatch(/; Path=\//);
      expect(line).not.toMatch(/; Secure|; Domain/);
    });

    it('carries __Host- and Secure where the page comes over HTTPS, and works there', async () => {
      const secure = await startIdentity(databaseUrl, { PUBLIC_URL: 'https://foyer.test' });
      try {
        const answer = await secure.http.post('/api/identity/sign-in').send({ email: ADA.email, password: ADA.password });
        const [line] = answer.headers['set-cookie'] as unknown as string[];
        expect(line).toMatch(/^__Host-foyer-organizer=/);
        expect(line).toMatch(/; Secure/);
        expect(line).toMatch(/; Path=\//);
        expect(line).not.toMatch(/; Domain/);
        expect((await secure.http.get('/api/identity/me').set('cookie', cookieOf(answer))).status).toBe(200);
      } finally {
        await secure.stop();
      }
    });

    it.each([
      ['from another site, by Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site', origin: 'http://foyer.test' }],
      ['from a sibling domain', { 'sec-fetch-site': 'same-site' }],
      ['from another origin', { origin: 'http://elsewhere.test' }],
      ['from a sandboxed page', { origin: 'null' }],
      ['without a word about where from', {}],
    ])('changes nothing when asked %s', async (_, headers) => {
      const answer = await makeKey({ cookie, ...headers });
      expect([answer.status, answer.body.code]).toEqual([403, 'cross-site']);
    });

    it.each([
      ['Origin', { origin: 'http://foyer.test' }],
      ['Sec-Fetch-Site', { 'sec-fetch-site': 'same-origin' }],
    ])('may change things from our own page, known by %s', async (_, headers) => {
      expect((await makeKey({ cookie, ...headers })).status).toBe(201);
    });

    it('cannot be planted by another site’s sign-in', async () => {
      const answer = await identity.http.post('/api/identity/sign-in').set('origin', 'http://elsewhere.test').send({ email: ADA.email, password: ADA.password });
      expect([answer.status, answer.body.code, answer.headers['set-cookie']]).toEqual([403, 'cross-site', undefined]);
    });
  });

  describe('by key', () => {
    it('works without a cookie, and in its maker’s workspace', async () => {
      const made = await makeKey({ cookie, origin: 'http://foyer.test' });
      expect(made.body).toEqual({ id: expect.any(String), name: 'nightly import', key: expect.stringMatching(/^foyer_[A-Za-z]{64}$/) });
      const me = await identity.http.get('/api/identity/me').set('authorization', `Bearer ${made.body.key}`);
      expect([me.status, me.body.email, me.body.role]).toEqual([200, ADA.email, 'owner']);
    });

    it('needs no Origin to change things', async () => {
      const { key } = (await makeKey({ cookie, origin: 'http://foyer.test' })).body;
      expect((await makeKey({ authorization: `Bearer ${key}` })).status).toBe(201);
    });

    it('is stored as a hash only', async () => {
      const { key } = (await makeKey({ cookie, origin: 'http://foyer.test' })).body;
      const database = new pg.Client(databaseUrl);
      await database.connect();
      const { rows } = await database.query('select to_jsonb(k)::text as row from identity.apikey k');
      await database.end();
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ row }) => row.includes(key))).toEqual([]);
    });

    it('ends when it is revoked', async () => {
      const { id, key } = (await makeKey({ cookie, origin: 'http://foyer.test' })).body;
      const listed = await identity.http.get('/api/identity/api-keys').set('cookie', cookie);
      expect(listed.body.items).toContainEqual({ id, name: 'nightly import', scope: 'write', createdAt: expect.stringMatching(/Z$/), expiresAt: null });
      expect((await identity.http.delete(`/api/identity/api-keys/${id}`).set({ cookie, origin: 'http://foyer.test' })).status).toBe(204);
      const me = await identity.http.get('/api/identity/me').set('authorization', `Bearer ${key}`);
      expect([me.status, me.body.code]).toEqual([401, 'signed-out']);
    });

    it('is revoked by nobody but its maker', async () => {
      const { id, key } = (await makeKey({ cookie, origin: 'http://foyer.test' })).body;
      const grace = cookieOf(await identity.http.post('/api/identity/sign-up').send(GRACE));
      for (const wrong of [id, '00000000-0000-4000-8000-000000000000', 'no-id-at-all']) {
        const answer = await identity.http.delete(`/api/identity/api-keys/${wrong}`).set({ cookie: grace, origin: 'http://foyer.test' });
        expect([answer.status, answer.body.code]).toEqual([404, 'api-key-not-found']);
      }
      expect((await identity.http.get('/api/identity/me').set('authorization', `Bearer ${key}`)).status).toBe(200);
    });

    it('ends with its maker’s membership', async () => {
      const person = { ...GRACE, email: 'leaver@example.org' };
      const session = cookieOf(await identity.http.post('/api/identity/sign-up').send(person));
      const { key } = (await makeKey({ cookie: session, origin: 'http://foyer.test' })).body;
      const database = new pg.Client(databaseUrl);
      await database.connect();
      await database.query(`delete from identity.member where "userId" = (select id from identity."user" where email = $1)`, [person.email]);
      await database.end();
      expect((await identity.http.get('/api/identity/me').set('authorization', `Bearer ${key}`)).status).toBe(401);
      expect((await identity.http.get('/api/identity/me').set('cookie', session)).status).toBe(401);
    });

    it('is answered within five seconds while the database does not answer, and works again after', async () => {
      const { key } = (await makeKey({ cookie, origin: 'http://foyer.test' })).body;
      const blocker = new pg.Client(databaseUrl);
      await blocker.connect();
      await blocker.query('begin; lock table identity.session, identity.apikey in access exclusive mode');
      const me = async (headers: Record<string, string>) => {
        const began = performance.now();
        const { status } = await identity.http.get('/api/identity/me').set(headers);
        return { status, took: performance.now() - began };
      };
      const answers = await Promise.all([me({ cookie }), me({ authorization: `Bearer ${key}` })]);
      await blocker.end();
      for (const { status, took } of answers) {
        expect(status).toBeGreaterThanOrEqual(500); // not 401: nobody is thrown out because the database is away
        expect(took).toBeLessThan(5_000);
      }
      expect((await me({ cookie })).status).toBe(200);
      expect((await me({ authorization: `Bearer ${key}` })).status).toBe(200);
    });

    it.each([
      ['garbage', 'Bearer garbage'],
      ['a near miss', `Bearer foyer_${'a'.repeat(64)}`],
      ['another scheme', 'Basic YWRhOmFkYQ=='],
      ['an empty one', 'Bearer '],
    ])('is refused when it is %s, even beside a good cookie', async (_, authorization) => {
      const answer = await identity.http.get('/api/identity/me').set({ authorization, cookie });
      expect([answer.status, answer.body.code]).toEqual([401, 'signed-out']);
    });
  });
});
