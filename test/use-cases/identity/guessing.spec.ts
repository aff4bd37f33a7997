import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import pg from 'pg';
import { startInbox } from '../../support/inbox.js';
import { startPostgres } from '../../support/postgres.js';
import { AccountMails } from '../../../src/identity/account-mails.js';
import { ADA, GRACE, startIdentity, type IdentityApp } from './identity-app.js';

describe('asking for links to another one’s mailbox', () => {
  it('is answered alike each time, and mails no more than three in an hour', async () => {
    const [postgres, inbox] = await Promise.all([startPostgres(), startInbox()]);
    const identity = await startIdentity(await postgres.createDatabase('link bombing'), { SMTP_URL: inbox.url });
    try {
      await identity.http.post('/api/identity/sign-up').send(ADA);
      const links = () => inbox.messages.filter(({ text }) => /^Subject: Your link/m.test(text)).length;
      const answers = [];
      for (let time = 0; time < 5; time++) {
        answers.push(await identity.http.post('/api/identity/sign-in-link').send({ email: time % 2 ? ADA.email : ADA.email.toUpperCase() }));
        await new Promise(setImmediate);
      }
      expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['202 ']));
      await inbox.waitFor(() => links() === 3);
      await identity.app.get(AccountMails, { strict: false }).settled();
      expect(links()).toBe(3);
    } finally {
      await identity.stop();
      await Promise.all([inbox.stop(), postgres.stop()]);
    }
  }, 120_000);
});

describe('guessing a password', () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let databaseUrl: string;
  let identity: IdentityApp;

  beforeAll(async () => {
    postgres = await startPostgres();
    databaseUrl = await postgres.createDatabase('guessing');
    identity = await startIdentity(databaseUrl);
    await identity.http.post('/api/identity/sign-up').send(ADA);
    await identity.http.post('/api/identity/sign-up').send(GRACE);
  }, 120_000);

  afterAll(async () => {
    await identity?.stop();
    await postgres?.stop();
  });

  const signIn = (email: string, password: string) => identity.http.post('/api/identity/sign-in').send({ email, password });

  it('ends after ten tries at one account from one place, known or unknown, however it is written', async () => {
    for (const email of [ADA.email, 'nobody@example.org']) {
      for (let guess = 0; guess < 10; guess++) {
        const answer = await signIn(guess % 2 ? email.toUpperCase() : email, `guess ${guess}`);
        expect([answer.status, answer.body.code]).toEqual([401, 'wrong-credentials']);
      }
      const answer = await signIn(email, 'one more');
      expect([answer.status, answer.body.code]).toEqual([429, 'too-many']);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(800);
    }
  });

  it('is not rewarded after that, even when it is right', async () => {
    expect((await signIn(ADA.email, ADA.password)).status).toBe(429);
  });

  it('does not keep out the neighbour behind the same network address', async () => {
    expect((await signIn(GRACE.email, GRACE.password)).status).toBe(200);
  });

  it('leaves no address in the counters', async () => {
    const database = new pg.Client(databaseUrl);
    await database.connect();
    const { rows } = await database.query('select r::text as row from platform.rate_limit r');
    await database.end();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/example|127\.0\.0\.1/);
  });
});
