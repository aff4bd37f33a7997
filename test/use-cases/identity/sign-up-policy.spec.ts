import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPostgres } from '../../support/postgres.js';
import { ADA, GRACE, startIdentity } from './identity-app.js';

describe('who may open an account', () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  beforeAll(async () => { postgres = await startPostgres(); }, 60_000);
  afterAll(() => postgres?.stop());

  it('is only the first person where sign-up is “first”, even when two come at once', async () => {
    const identity = await startIdentity(await postgres.createDatabase('first'), { SIGN_UP: 'first' });
    try {
      const both = await Promise.all([ADA, GRACE].map((person) => identity.http.post('/api/identity/sign-up').send(person)));
      expect(both.map(({ status }) => status).sort()).toEqual([201, 403]);
      const late = await identity.http.post('/api/identity/sign-up').send({ ...ADA, email: 'late@example.org' });
      expect([late.status, late.body.code]).toEqual([403, 'sign-up-closed']);
    } finally {
      await identity.stop();
    }
  });

  it('stays open to the first person whose first attempt was refused', async () => {
    const identity = await startIdentity(await postgres.createDatabase('first_refused'), { SIGN_UP: 'first' });
    try {
      expect((await identity.http.post('/api/identity/sign-up').send({ ...ADA, password: 'short' })).status).toBe(422);
      expect((await identity.http.post('/api/identity/sign-up').send(ADA)).status).toBe(201);
    } finally {
      await identity.stop();
    }
  });

  it('is nobody where sign-up is “closed”', async () => {
    const identity = await startIdentity(await postgres.createDatabase('closed'), { SIGN_UP: 'closed' });
    try {
      const answer = await identity.http.post('/api/identity/sign-up').send(ADA);
      expect([answer.status, answer.body.code]).toEqual([403, 'sign-up-closed']);
    } finally {
      await identity.stop();
    }
  });
});
