import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import { MailAllowance } from '../../../src/platform/mail/mail-allowance.js';
import type { Session } from '../../../src/scheduling/model/session.js';
import { startInbox, type TestInbox } from '../../support/inbox.js';
import { startPostgres, type TestCluster } from '../../support/postgres.js';
import type { NotificationApp } from './notification-app.js';

/** Anybody can type anybody's address. Nobody may use us to fill another one's mailbox. */
describe('a mailbox whose address others keep typing', () => {
  let postgres: TestCluster;
  let inbox: TestInbox;
  let foyer: NotificationApp;
  beforeAll(async () => {
    const { startNotification } = await import('./notification-app.js');
    [postgres, inbox] = await Promise.all([startPostgres(), startInbox()]);
    foyer = await startNotification(await postgres.createDatabase('mail bombing'), inbox.url);
  }, 120_000);
  afterAll(async () => {
    await foyer?.stop();
    await inbox?.stop();
    await postgres?.stop();
  });

  const rows = async (email: string, kind?: string) => (await foyer.ledger()).filter((row) => row.email.toLowerCase() === email && (!kind || row.kind === kind));
  const sent = async (email: string, kind: string) => (await rows(email, kind)).filter(({ status }) => status === 'sent').length;
  const sessions = (many: number, inMinutes = 3 * 24 * 60): Promise<Session[]> => Promise.all(Array.from({ length: many }, () => foyer.schedule(inMinutes)));
  const hoursUntil = ({ next_try_at: at }: { next_try_at: Date }): number => (at.getTime() - Date.now()) / 3_600_000;
  /** Registered for more sessions than a day's mails; the ten that may go are out. */
  const bombed = async (email: string, many: number): Promise<Session[]> => {
    const all = await sessions(many);
    await Promise.all(all.map((session, one) => foyer.register(session, one % 2 ? email : email.toUpperCase())));
    await foyer.settled();
    await foyer.until('the first ten sent', async () => (await sent(email, 'confirmation')) === 10);
    return all;
  };
  const heldSessions = async (email: string): Promise<string[]> => (await foyer.database.query<{ session_id: string }>(
    `select d.session_id from notification.delivery d join notification.recipient r on r.id = recipient_id where lower(email) = $1 and kind = 'confirmation' and d.status = 'queued'`, [email])).rows.map((row) => row.session_id);

  it('gets ten confirmations a day; the others wait for the next one, where the organizer sees them, and others wait for nothing', async () => {
    const all = await bombed('victim@example.org', 13);
    const waiting = (await rows('victim@example.org')).filter(({ status }) => status === 'queued');
    expect(waiting.map(({ kind, attempts }) => [kind, attempts])).toEqual(Array(3).fill(['confirmation', 0]));
    for (const one of waiting) {
      expect(hoursUntil(one)).toBeGreaterThan(23);
      expect(hoursUntil(one)).toBeLessThanOrEqual(24);
    }
    await foyer.register(all.at(-1)!, 'somebody@example.org');
    await foyer.until('somebody else told', async () => (await sent('somebody@example.org', 'confirmation')) === 1);
  });

  it('gets three an hour about one session, whoever asks for the link again', async () => {
    const session = await foyer.schedule(24 * 60);
    for (let time = 0; time < 6; time++) {
      await foyer.register(session, 'often@example.org');
      await foyer.settled();
      await foyer.until('what may go is sent', async () => (await rows('often@example.org')).every(({ status }) => status === 'sent'));
      await foyer.database.query(`update notification.delivery set sent_at = sent_at - interval '61 seconds'`);
      await foyer.database.query(`update registration.registration set link_asked_at = link_asked_at - interval '61 seconds'`);
    }
    expect((await rows('often@example.org')).map(({ kind }) => kind)).toEqual(['confirmation', 'link-again', 'link-again']);
  });

  it('that was told of nothing yet is told no sooner because the session moves, and nothing of its end', async () => {
    const email = 'patient@example.org';
    const all = await bombed(email, 12);
    const held = await heldSessions(email);
    expect(held).toHaveLength(2);
    const [moved, cancelled] = held.map((id) => all.find((session) => session.id === id)!) as [Session, Session];
    await Promise.all([foyer.edit(moved, { durationMinutes: 90 }), foyer.cancel(cancelled)]);
    await foyer.settled();
    const [after] = (await foyer.ledger(moved.id)).filter((row) => row.email.toLowerCase() === email && row.status === 'queued');
    expect([after!.kind, hoursUntil(after!) > 23]).toEqual(['confirmation', true]);
    expect((await foyer.ledger(cancelled.id)).filter((row) => row.email.toLowerCase() === email).map(({ kind, status }) => `${kind} ${status}`)).toEqual(['confirmation superseded']);
  });

  it('is told of every change and every end of what it was told of: those are never held back', async () => {
    const email = 'keen@example.org';
    const all = await bombed(email, 11);
    const held = await heldSessions(email);
    const told = all.filter(({ id }) => !held.includes(id));
    const [moving, ending] = [told.slice(0, 5), told.slice(5)];
    await Promise.all([...moving.map((session) => foyer.edit(session, { durationMinutes: 90 })), ...ending.map((session) => foyer.cancel(session))]);
    await foyer.until('all of them sent', async () => (await sent(email, 'update')) === 5 && (await sent(email, 'cancellation')) === 5);
  });

  it('that waits for its confirmation is reminded all the same: whoever wants to come gets in', async () => {
    const email = 'soon@example.org';
    await bombed(email, 10);
    const session = await foyer.schedule(45);
    await foyer.register(session, email);
    await foyer.settled();
    expect(await heldSessions(email)).toEqual([session.id]);
    // a quarter of an hour later
    await foyer.database.query(`update notification.session set starts_at = starts_at - interval '20 minutes', ends_at = ends_at - interval '20 minutes' where id = $1`, [session.id]);
    await foyer.until('the reminder', async () => (await foyer.ledger(session.id)).some((row) => row.email === email && row.kind === 'reminder' && row.status === 'sent'));
  });

  it('is counted exactly, however many ask at the same moment, and no address stands in the table', async () => {
    const allowance = foyer.app.get(MailAllowance, { strict: false });
    const now = await Promise.all(Array.from({ length: 100 }, (_, one) => allowance.bookNow('sessions', 'Crowd@example.org', `session ${one}`)));
    expect(now.filter(Boolean)).toHaveLength(10);
    const waits = await Promise.all(Array.from({ length: 25 }, () => allowance.book('sessions', 'crowd@example.org', 'the same')));
    const inDays = (days: number) => waits.filter((wait) => Math.ceil(wait / 86_400) === days).length;
    expect(inDays(0)).toBe(0);
    for (const day of [1, 2, 3, 4]) expect(inDays(day)).toBeLessThanOrEqual(10);
    expect(await allowance.bookNow('accounts', 'crowd@example.org', 'sign-in')).toBe(true); // nobody is kept from signing in by it
    const { rows: [{ table }] } = await foyer.database.query('select string_agg(p::text, chr(10)) as table from platform.provoked_mail p');
    expect(String(table)).not.toMatch(/crowd|example/i);
  });
});
