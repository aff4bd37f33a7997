import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import { randomUUID } from 'node:crypto';
import type { Session } from '../../../src/scheduling/model/session.js';
import { startInbox, type TestInbox } from '../../support/inbox.js';
import { startPostgres, type TestCluster } from '../../support/postgres.js';
import type { NotificationApp } from './notification-app.js';

describe('sending', () => {
  let postgres: TestCluster;
  let inbox: TestInbox;
  let databaseUrl: string;
  let foyer: NotificationApp;
  let start: typeof import('./notification-app.js').startNotification;
  beforeAll(async () => {
    ({ startNotification: start } = await import('./notification-app.js'));
    postgres = await startPostgres();
    inbox = await startInbox();
    databaseUrl = await postgres.createDatabase('sending');
    foyer = await start(databaseUrl, inbox.url);
  }, 120_000);
  afterAll(async () => {
    await foyer?.stop();
    await inbox?.stop();
    await postgres?.stop();
  });
  afterEach(() => inbox.refuseWith(null));

  const row = async (session: Session, email: string) => (await foyer.ledger(session.id)).find((one) => one.email === email);
  const has = (session: Session, email: string, status: string) =>
    foyer.until(`${email} ${status}`, async () => { const found = await row(session, email); return found?.status === status && found; });
  const seconds = (from: Date): number => Math.round((from.getTime() - Date.now()) / 1_000);
  const copies = (email: string) => inbox.messages.filter(({ to }) => to.includes(email));
  const messageId = (text: string): string => /^Message-ID: (.*)$/im.exec(text)![1]!;

  it('a refused address is failed at once, and the organizer sees why', async () => {
    const session = await foyer.schedule(24 * 60);
    inbox.refuseWith({ at: 'recipient', code: 550, text: '5.1.1 no such mailbox', only: (address) => address === 'nobody@example.org' });
    await foyer.register(session, 'nobody@example.org');
    expect(await has(session, 'nobody@example.org', 'failed')).toMatchObject({ attempts: 1, last_answer: expect.stringMatching(/^550 .*no such mailbox/) });
  });

  it('a 4xx is tried again after 15 seconds, then a minute; the same Message-ID arrives once', async () => {
    const session = await foyer.schedule(24 * 60);
    inbox.refuseWith({ at: 'data', code: 451, text: '4.7.1 greylisted', only: (address) => address === 'grey@example.org' });
    await foyer.register(session, 'grey@example.org');
    const first = await has(session, 'grey@example.org', 'deferred');
    expect([first.attempts, seconds(first.next_try_at) > 11 && seconds(first.next_try_at) <= 15]).toEqual([1, true]);
    await foyer.database.query('update notification.delivery set next_try_at = now() where id = $1', [first.id]);
    const second = await foyer.until('a second try', async () => { const found = await row(session, 'grey@example.org'); return found?.attempts === 2 && found; });
    expect(seconds(second.next_try_at)).toBeGreaterThan(55);
    inbox.refuseWith(null);
    await foyer.database.query('update notification.delivery set next_try_at = now() where id = $1', [first.id]);
    await has(session, 'grey@example.org', 'sent');
    expect(copies('grey@example.org').map(({ text }) => messageId(text))).toEqual([`<${first.id}@foyer.test>`]);
  });

  it('the first success pulls forward what the server has put off', async () => {
    const session = await foyer.schedule(24 * 60);
    inbox.refuseWith({ at: 'recipient', code: 451, text: 'later' });
    await foyer.register(session, 'patient@example.org');
    const waiting = await has(session, 'patient@example.org', 'deferred');
    inbox.refuseWith(null);
    await foyer.database.query(`update notification.delivery set attempts = 4, tried_at = now() - interval '2 minutes', next_try_at = now() + interval '13 minutes' where id = $1`, [waiting.id]);
    await foyer.register(session, 'next@example.org');
    await has(session, 'patient@example.org', 'sent');
  });

  it('a mail server that is away costs no attempt; all goes out when it is back', async () => {
    const session = await foyer.schedule(24 * 60);
    await inbox.stop();
    await foyer.register(session, 'away@example.org');
    const waiting = await foyer.until('a try', async () => { const found = await row(session, 'away@example.org'); return found?.last_answer && found; });
    expect(waiting).toMatchObject({ status: 'queued', attempts: 0 });
    await inbox.start();
    await foyer.until('sent', async () => (await row(session, 'away@example.org'))?.status === 'sent', 60_000);
    expect(await row(session, 'away@example.org')).toMatchObject({ attempts: 1 });
  }, 120_000);

  it('a letter that cannot be written is put off and told, and stops nobody else', async () => {
    const session = await foyer.schedule(24 * 60);
    await foyer.register(session, 'sealed@example.org');
    await has(session, 'sealed@example.org', 'sent');
    await foyer.database.query(`update notification.recipient set sealed_token = 'bm90IHNlYWxlZCBieSB1cywgbm90IGF0IGFsbA==' where email = 'sealed@example.org'`);
    await foyer.edit(session, { durationMinutes: 45 });
    await foyer.register(session, 'other@example.org');
    await has(session, 'other@example.org', 'sent');
    const put = await foyer.until('put off', async () => (await foyer.ledger(session.id)).find(({ kind, email, status }) => kind === 'update' && email === 'sealed@example.org' && status === 'deferred'));
    expect(put.last_answer).toMatch(/could not be written/);
  });

  it('what a killed instance had claimed is sent by another once the lease is over, not before', async () => {
    const session = await foyer.schedule(24 * 60);
    inbox.refuseWith({ at: 'recipient', code: 451, text: 'later' });
    await foyer.register(session, 'leased@example.org');
    const { id } = await has(session, 'leased@example.org', 'deferred');
    inbox.refuseWith(null);
    await foyer.database.query(`update notification.delivery set fence = fence + 1, leased_until = now() + interval '3 seconds', next_try_at = now() where id = $1`, [id]);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(copies('leased@example.org')).toHaveLength(0);
    await has(session, 'leased@example.org', 'sent');
    expect(copies('leased@example.org')).toHaveLength(1);
  });

  it('three instances on one database send each of 300 deliveries once', async () => {
    const session = await foyer.schedule(24 * 60);
    await foyer.settled();
    const others = [await start(databaseUrl, inbox.url), await start(databaseUrl, inbox.url)];
    try {
      const before = inbox.messages.length;
      await foyer.database.query(`
        with people as (
          insert into notification.recipient (id, session_id, role, email, name, time_zone, locale, status, sealed_token, revision, version, since)
          select gen_random_uuid(), $1, 'attendee', 'p' || n || '@many.example.org', 'P ' || n, 'UTC', 'en', 'confirmed', (select sealed_token from notification.recipient where email = 'other@example.org'), 0, 1, now()
            from generate_series(1, 300) n returning id)
        insert into notification.delivery (session_id, recipient_id, kind, slot_version, sequence, stamped_at)
        select $1, id, 'confirmation', 0, 0, now() from people`, [session.id]);
      await foyer.until('300 booked', async () => (await foyer.database.query(
        `select from notification.delivery d join notification.recipient r on r.id = d.recipient_id where d.status = 'sent' and r.email like '%@many.example.org'`)).rowCount === 300, 60_000);
      const ids = inbox.messages.slice(before).map(({ text }) => messageId(text));
      expect(ids).toHaveLength(300);
      expect(new Set(ids).size).toBe(300);
    } finally {
      for (const other of others) await other.stop();
    }
  }, 120_000);

  it('the ledger is for its own organizers: others get the answer for what does not exist', async () => {
    const session = await foyer.schedule(24 * 60);
    inbox.refuseWith({ at: 'recipient', code: 451, text: '4.7.1 greylisted', times: 1 });
    await foyer.register(session, 'listed@example.org');
    await has(session, 'listed@example.org', 'deferred');
    await foyer.database.query('update notification.delivery set next_try_at = now() where session_id = $1', [session.id]);
    await has(session, 'listed@example.org', 'sent');
    const eve = await foyer.organizer('Eve');
    expect((await foyer.http.get(`/api/sessions/${session.id}/deliveries`)).status).toBe(401);
    const foreign = await foyer.http.get(`/api/sessions/${session.id}/deliveries`).set('cookie', eve.cookie);
    const missing = await foyer.http.get(`/api/sessions/${randomUUID()}/deliveries`).set('cookie', eve.cookie);
    expect([foreign.status, foreign.body]).toEqual([404, missing.body]);
    await eve.adopt(session);
    const own = await foyer.http.get(`/api/sessions/${session.id}/deliveries`).set('cookie', eve.cookie);
    const { rows: [{ recipient_id: registrationId }] } = await foyer.database.query('select recipient_id from notification.delivery where session_id = $1', [session.id]);
    const instant = expect.stringMatching(/^\d{4}-.*Z$/);
    expect([own.status, own.body]).toEqual([200, { items: [{
      id: expect.any(String), kind: 'confirmation', registrationId, teammateId: null, recipient: 'listed@example.org', status: 'sent', reason: null, bounce: null, minutesBefore: null, createdAt: instant, sentAt: instant,
      attempts: 2, lastAnswer: expect.stringMatching(/^250/), nextTryAt: null,
      history: [
        { at: instant, event: 'queued', answer: null, nextTryAt: null },
        { at: instant, event: 'deferred', answer: expect.stringMatching(/^451 .*greylisted/), nextTryAt: instant },
        { at: instant, event: 'sent', answer: expect.stringMatching(/^250/), nextTryAt: null },
      ],
    }], next: null, total: 1 }]);
  });

  it('a server that nobody reaches is one line of history, however often it was tried', async () => {
    const session = await foyer.schedule(24 * 60);
    await inbox.stop();
    try {
      await foyer.register(session, 'unreached@example.org');
      const { id } = await foyer.until('a try', async () => { const found = await row(session, 'unreached@example.org'); return found?.last_answer != null && found; });
      for (let time = 0; time < 3; time++) {
        await foyer.database.query(`update notification.delivery set next_try_at = now() where id = $1`, [id]);
        // after five faults in a row, its own and others', the breaker lets one through every 30 seconds
        await foyer.until('another try', async () => (await row(session, 'unreached@example.org'))!.next_try_at.getTime() > Date.now() + 1_000, 70_000);
      }
      const { rows } = await foyer.database.query('select event from notification.happening where delivery_id = $1', [id]);
      expect(rows).toEqual([{ event: 'not-reached' }]);
    } finally {
      await inbox.start();
    }
    await foyer.until('sent', async () => (await row(session, 'unreached@example.org'))?.status === 'sent', 70_000);
  }, 300_000);
});
