import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import type { Session } from '../../../src/scheduling/model/session.js';
import { startInbox, type TestInbox } from '../../support/inbox.js';
import { startPostgres, type TestCluster } from '../../support/postgres.js';
import type { NotificationApp } from './notification-app.js';
import { read } from './received.js';

describe('reminders', () => {
  let postgres: TestCluster;
  let inbox: TestInbox;
  let foyer: NotificationApp;
  beforeAll(async () => {
    const { startNotification } = await import('./notification-app.js');
    postgres = await startPostgres();
    inbox = await startInbox();
    foyer = await startNotification(await postgres.createDatabase('reminders'), inbox.url);
  }, 120_000);
  afterAll(async () => {
    await foyer?.stop();
    await inbox?.stop();
    await postgres?.stop();
  });

  const registered = async (session: Session, ...addresses: string[]): Promise<void> => {
    for (const address of addresses) await foyer.register(session, address);
    await foyer.until('all confirmed', async () => (await foyer.ledger(session.id)).filter(({ kind, status }) => kind === 'confirmation' && status === 'sent').length === addresses.length);
  };
  /** Hours pass for one session: everything about it moves into the past alike. */
  const pass = async (session: Session, minutes: number): Promise<void> => {
    await foyer.database.query(`update notification.delivery set sent_at = sent_at - make_interval(mins => $2), created_at = created_at - make_interval(mins => $2) where session_id = $1`, [session.id, minutes]);
    await foyer.database.query(`update notification.session set starts_at = starts_at - make_interval(mins => $2), ends_at = ends_at - make_interval(mins => $2) where id = $1`, [session.id, minutes]);
  };
  const reminders = async (session: Session) => (await foyer.ledger(session.id)).filter(({ kind }) => kind === 'reminder');
  const aFewScans = () => new Promise((resolve) => setTimeout(resolve, 7_000));
  const subjects = (address: string): string[] => inbox.messages.filter((mail) => mail.to.includes(address)).map((mail) => /^Subject: (.*)$/im.exec(mail.text)![1]!.trim());

  it('go once to each registrant and to the host, in the half hour before the start, with the true minutes left', async () => {
    const session = await foyer.schedule(240);
    await registered(session, 'gia@example.org', 'hui@example.org');
    await pass(session, 240 - 12);
    const mail = await inbox.waitFor(({ to, text }) => to.includes('gia@example.org') && text.includes('Starts in'));
    expect((await read(mail.raw)).subject).toMatch(/^Starts in 1[12] minutes: Pottery$/);
    expect((await read(mail.raw)).attachments).toHaveLength(0);
    // a webinar: who registered has no camera to check, who hosts has one
    expect((await read(mail.raw)).text).toContain('You watch and listen');
    await foyer.until('three sent', async () => (await reminders(session)).filter(({ status }) => status === 'sent').length === 3);
    await aFewScans();
    expect((await reminders(session)).map(({ email, minutes_before }) => [email, minutes_before]).sort()).toEqual([
      ['ada@example.org', 30], ['gia@example.org', 30], ['hui@example.org', 30],
    ]);
  }, 40_000);

  it('do not go to who got the confirmation inside the half hour, nor to anyone earlier or after the start', async () => {
    const [inside, early, over] = [await foyer.schedule(20), await foyer.schedule(33), await foyer.schedule(240)];
    await registered(inside, 'inside@example.org');
    await registered(early, 'early@example.org');
    await registered(over, 'over@example.org');
    await pass(over, 241);
    await aFewScans();
    expect((await reminders(inside)).map(({ email }) => email)).toEqual(['ada@example.org']);
    expect(await reminders(early)).toEqual([]);
    expect(await reminders(over)).toEqual([]);
    expect([subjects('inside@example.org'), subjects('early@example.org'), subjects('over@example.org')].flat().filter((one) => one.startsWith('Starts'))).toEqual([]);
  }, 40_000);

  it('are not repeated when the host opens the doors early, and say so to who is reminded after that', async () => {
    const session = await foyer.schedule(240);
    await registered(session, 'ivy@example.org');
    await pass(session, 240 - 25);
    await foyer.until('reminded', async () => (await reminders(session)).filter(({ status }) => status === 'sent').length === 2);
    await foyer.startSession(session);
    await foyer.settled();
    await aFewScans();
    expect(await reminders(session)).toHaveLength(2);
  }, 40_000);

  it('that wait while the session is cancelled never leave', async () => {
    inbox.refuseWith({ at: 'recipient', code: 451, text: 'come back', only: (address) => address === 'jo@example.org' });
    try {
      const session = await foyer.schedule(240);
      inbox.refuseWith(null);
      await registered(session, 'jo@example.org');
      inbox.refuseWith({ at: 'recipient', code: 451, text: 'come back', only: (address) => address === 'jo@example.org' });
      await pass(session, 240 - 25);
      await foyer.until('put off', async () => (await reminders(session)).some(({ email, status }) => email === 'jo@example.org' && status === 'deferred'));
      inbox.refuseWith(null);
      await foyer.cancel(session);
      await foyer.until('told', async () => (await foyer.ledger(session.id)).some(({ kind, email, status }) => kind === 'cancellation' && email === 'jo@example.org' && status === 'sent'));
      expect((await reminders(session)).find(({ email }) => email === 'jo@example.org')!.status).toBe('superseded');
      expect(subjects('jo@example.org')).toEqual(['You are registered: Pottery', 'Cancelled: Pottery']);
    } finally {
      inbox.refuseWith(null);
    }
  }, 40_000);
});
