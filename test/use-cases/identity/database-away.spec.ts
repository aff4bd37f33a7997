import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPostgres } from '../../support/postgres.js';
import { ADA, cookieOf, startIdentity, type IdentityApp } from './identity-app.js';

describe('accounts, while PostgreSQL is away', () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let identity: IdentityApp;
  let cookie: string;
  let authorization: string;

  beforeAll(async () => {
    postgres = await startPostgres({ own: true });
    identity = await startIdentity(await postgres.createDatabase('away'));
    cookie = cookieOf(await identity.http.post('/api/identity/sign-up').send(ADA));
    const made = await identity.http.post('/api/identity/api-keys').set({ cookie, origin: 'http://foyer.test' }).send({ name: 'probe' });
    authorization = `Bearer ${made.body.key}`;
  }, 120_000);

  afterAll(async () => {
    await identity?.stop();
    await postgres?.stop();
  }, 30_000);

  const ask = async (headers: Record<string, string>) => {
    const began = performance.now();
    const { status } = await identity.http.get('/api/identity/me').set(headers);
    return { status, took: performance.now() - began };
  };

  it.each(['SIGKILL', 'SIGSTOP'] as const)('answer in time after %s, turn nobody away, and work at once when it is back', async (signal) => {
    postgres.kill(signal);
    // Of a killed one, the servants go a moment after their master.
    if (signal === 'SIGKILL') while ((await ask({ cookie })).status === 200 || (await ask({ authorization })).status === 200) await new Promise((soon) => setTimeout(soon, 20));
    for (const { status, took } of await Promise.all([ask({ cookie }), ask({ authorization })])) {
      // A frozen postmaster still has its old connections answer; a killed one has none.
      expect([200, 500, 503]).toContain(status);
      if (signal === 'SIGKILL') expect(status).not.toBe(200);
      expect(took).toBeLessThan(5_000);
    }
    if (signal === 'SIGSTOP') postgres.kill('SIGCONT');
    else await postgres.start();
    expect((await ask({ cookie })).status).toBe(200);
    expect((await ask({ authorization })).status).toBe(200);
  }, 120_000);
});
