import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import type { Session } from '../../../src/scheduling/model/session.js';
import { startInbox, type TestInbox } from '../../support/inbox.js';
import { startPostgres, type TestCluster } from '../../support/postgres.js';
import type { NotificationApp } from './notification-app.js';

describe('an organizer’s own reminders', () => {
  let postgres: TestCluster;
  let inbox: TestInbox;
  let foyer: NotificationApp;
  let eve: Awaited<ReturnType<NotificationApp['organizer']>>;
  beforeAll(async () => {
    const { startNotification } = await import('./notification-app.js');
    postgres = await startPostgres();
    inbox = await startInbox();
    foyer = await startNotification(await postgres.createDatabase('own-reminders'), inbox.url);
    eve = await foyer.organizer('Eve');
  }, 120_000);
  afterAll(async () => {
    await foyer?.stop();
    await inbox?.stop();
    await postgres?.stop();
  });

  const put = (session: Session, minutesBefore: unknown) =>
    foyer.http.put(`/api/sessions/${session.id}/reminders`).set('cookie', eve.cookie).set('origin', 'http://foyer.test').send({ minutesBefore });
  const scheduled = async (inMinutes: number, ...addresses: string[]): Promise<Session> => {
    const session = await foyer.schedule(inMinutes);
    await eve.adopt(session);
    for (const address of addresses) await foyer.register(session, address);
    await foyer.until('all confirmed', async () => (await foyer.ledger(session.id)).filter(({ kind, status }) => kind === 'confirmation' && status === 'sent').length === addresses.length);
    return session;
  };
  /** Hours pass for one session: everything about it moves into the past alike. */
  const pass = async (session: Session, minutes: number): Promise<void> => {
    await foyer.database.query(`update notification.own_reminder set since = since - make_interval(mins => $2) where session_id = $1`, [session.id, minutes]);
    await foyer.database.query(`update notification.delivery set sent_at = sent_at - make_interval(mins => $2), created_at = created_at - make_interval(mins => $2) where session_id = $1`, [session.id, minutes]);
    await foyer.database.query(`update notification.session set starts_at = starts_at - make_interval(mins => $2), ends_at = ends_at - make_interval(mins => $2) where id = $1`, [session.id, minutes]);
  };
  const reminders = async (session: Session, email: string) => (await foyer.ledger(session.id)).filter((row) => row.kind === 'reminder' && row.email === email);
  const sent = (session: Session, email: string, ...minutes: number[]) =>
    foyer.until(`reminders ${minutes.join()}`, async () => (await reminders(session, email)).filter(({ status }) => status === 'sent').map((row) => row.minutes_before).join() === minutes.join(), 15_000);
  const aFewScans = () => new Promise((resolve) => setTimeout(resolve, 7_000));

  it('are at most three, at times of their own, and kept as they were set', async () => {
    const session = await scheduled(4 * 24 * 60);
    expect((await put(session, [60, 1440, 120])).body).toEqual({ minutesBefore: [1440, 120, 60] });
    expect((await put(session, [60, 2880])).body).toEqual({ minutesBefore: [2880, 60] });
    for (const wrong of [[1, 2, 3, 4], [60, 60], [30], [0], [1.5], ['60'], [100_000], 'x', null]) {
      const { status, body } = await put(session, wrong);
      expect([status, body.errors[0].pointer]).toEqual([422, '/minutesBefore']);
    }
    const own = await foyer.http.get(`/api/sessions/${session.id}/reminders`).set('cookie', eve.cookie);
    expect([own.status, own.body]).toEqual([200, { minutesBefore: [2880, 60] }]);
    expect((await foyer.http.get(`/api/sessions/${session.id}/reminders`)).status).toBe(401);
    const foreign = await foyer.schedule(60);
    expect((await put(foreign, [])).status).toBe(404);
  });

  it('go once each to everyone, and the half hour’s follows them', async () => {
    const session = await scheduled(4 * 24 * 60, 'bo@example.org');
    await put(session, [1440, 120]);
    await pass(session, 3 * 24 * 60 + 1);
    await sent(session, 'bo@example.org', 1440);
    await pass(session, 22 * 60);
    await sent(session, 'bo@example.org', 1440, 120);
    await pass(session, 100);
    await sent(session, 'bo@example.org', 1440, 120, 30);
    await aFewScans();
    expect((await reminders(session, 'bo@example.org')).map(({ minutes_before }) => minutes_before)).toEqual([1440, 120, 30]);
    expect((await reminders(session, 'ada@example.org')).map(({ minutes_before }) => minutes_before)).toEqual([1440, 120, 30]);
    const subjects = inbox.messages.filter(({ to }) => to.includes('bo@example.org')).map(({ text }) => /^Subject: (.*)$/im.exec(text)![1]!.trim());
    expect(subjects.slice(1).join('; ')).toMatch(/^Starts in 24 hours: Pottery; Starts in 11[5-9] minutes: Pottery; Starts in 1[5-9] minutes: Pottery$/);
  }, 120_000);

  it('are one, the closest to the start, when we were away while several came due; and none of a moment that had passed when they were set', async () => {
    const [away, late] = [await scheduled(4 * 24 * 60, 'away@example.org'), await scheduled(10 * 60, 'late@example.org')];
    await put(away, [1440, 120]);
    await put(late, [1440]);
    await pass(away, 4 * 24 * 60 - 110);
    await sent(away, 'away@example.org', 120);
    await aFewScans();
    expect((await reminders(away, 'away@example.org')).map(({ minutes_before }) => minutes_before)).toEqual([120]);
    expect(await reminders(late, 'late@example.org')).toEqual([]);
  }, 120_000);
});
