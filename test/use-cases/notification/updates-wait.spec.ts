import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import type { Session } from '../../../src/scheduling/model/session.js';
import { startInbox, type ReceivedMail, type TestInbox } from '../../support/inbox.js';
import { startPostgres, type TestCluster } from '../../support/postgres.js';
import type { NotificationApp } from './notification-app.js';
import { invite, read } from './received.js';

describe('updates', () => {
  let postgres: TestCluster;
  let inbox: TestInbox;
  let foyer: NotificationApp;
  let wallTime: (inMinutes: number) => string;
  beforeAll(async () => {
    const { startNotification, ...app } = await import('./notification-app.js');
    ({ wallTime } = app);
    postgres = await startPostgres();
    inbox = await startInbox();
    foyer = await startNotification(await postgres.createDatabase('updates'), inbox.url, { UPDATE_HOLD_SECONDS: '120' });
  }, 120_000);
  afterAll(async () => {
    await foyer?.stop();
    await inbox?.stop();
    await postgres?.stop();
  });

  const subject = (mail: ReceivedMail): string => /^Subject: (.*)$/im.exec(mail.text)?.[1]?.trim() ?? '';
  const subjects = (address: string): string[] => inbox.messages.filter((mail) => mail.to.includes(address)).map(subject);
  const mailTo = (address: string, about: RegExp): Promise<ReceivedMail> => inbox.waitFor((mail) => mail.to.includes(address) && about.test(subject(mail)));
  const letters = async (session: Session, email: string) => (await foyer.ledger(session.id)).filter((row) => row.email === email).map(({ kind, status, reason }) => [kind, status, ...(reason ? [reason] : [])].join(' '));
  const registered = async (session: Session, address: string): Promise<void> => {
    await foyer.register(session, address);
    await foyer.until(`${address} confirmed`, async () => (await letters(session, address)).includes('confirmation sent'));
  };
  const move = async (session: Session, inMinutes: number): Promise<Session> => {
    const moved = await foyer.edit(session, { wallTime: wallTime(inMinutes) });
    await foyer.settled();
    return moved;
  };
  const theWhilePasses = () => foyer.database.query(`update notification.delivery set next_try_at = now() where status = 'queued'`);
  const DAY = 24 * 60;

  it('wait two minutes, then tell everyone who knows another time, the host too', async () => {
    const session = await foyer.schedule(DAY);
    await registered(session, 'bo@example.org');
    await move(session, 2 * DAY);
    const waiting = (await foyer.ledger(session.id)).filter(({ kind }) => kind === 'update');
    expect(waiting.map(({ email, status }) => `${email} ${status}`).sort()).toEqual(['ada@example.org queued', 'bo@example.org queued']);
    for (const { next_try_at } of waiting) expect(Math.abs(next_try_at.getTime() - Date.now() - 120_000)).toBeLessThan(10_000);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(subjects('bo@example.org')).toHaveLength(1);
    await theWhilePasses();
    await mailTo('bo@example.org', /New time/);
    await mailTo('ada@example.org', /New time/);
  });

  it('go out where the zone’s rules have changed since it was planned: the wall time stays, the instant moves', async () => {
    const [moved, stays] = [await foyer.schedule(DAY), await foyer.schedule(DAY)];
    await foyer.settled();
    // As if it had been planned while its zone was an hour off what it is now; and so it is told.
    await foyer.database.query(`update scheduling.session set starts_at = starts_at + interval '1 hour' where id = $1`, [moved.id]);
    for (const copy of ['registration.session set starts_at = starts_at', 'notification.session set starts_at = starts_at']) {
      const [table] = copy.split(' ');
      const key = await foyer.database.query(`select column_name from information_schema.columns where table_schema || '.' || table_name = $1 and column_name in ('id', 'session_id')`, [table]);
      await foyer.database.query(`update ${copy} + interval '1 hour', ends_at = ends_at + interval '1 hour' where ${key.rows[0].column_name} = $1`, [moved.id]);
    }
    await registered(moved, 'rules@example.org');
    await foyer.lookForZoneRules();
    await foyer.settled();
    const { rows } = await foyer.database.query('select id, wall_time, starts_at, schedule_version from scheduling.session where id = any($1)', [[moved.id, stays.id]]);
    const [one, other] = [moved, stays].map(({ id }) => rows.find((row) => row.id === id));
    expect([one.wall_time, one.starts_at.toISOString(), one.schedule_version]).toEqual([moved.wallTime, moved.startsAt.toISOString(), 1]);
    expect([other.starts_at.toISOString(), other.schedule_version]).toEqual([stays.startsAt.toISOString(), 0]);
    await theWhilePasses();
    const { event } = await invite((await mailTo('rules@example.org', /New time/)).raw);
    expect(String(event.getFirstPropertyValue('dtstart'))).toBe(moved.startsAt.toISOString().replace('.000', ''));
  });

  it('of a change that was undone reach only those who registered in between', async () => {
    const session = await foyer.schedule(DAY);
    await registered(session, 'early@example.org');
    const moved = await move(session, 2 * DAY);
    await registered(session, 'between@example.org');
    await foyer.edit(moved, { wallTime: session.wallTime });
    await foyer.settled();
    await theWhilePasses();
    const { event } = await invite((await mailTo('between@example.org', /New time/)).raw);
    expect(String(event.getFirstPropertyValue('dtstart'))).toBe(session.startsAt.toISOString().replace('.000', ''));
    await foyer.until('nothing open', async () => (await foyer.ledger(session.id)).every(({ status }) => status !== 'queued'));
    expect(await letters(session, 'early@example.org')).toEqual(['confirmation sent', 'update superseded rescheduled']);
    expect(await letters(session, 'ada@example.org')).toEqual(['update superseded rescheduled']);
    expect(await letters(session, 'between@example.org')).toEqual(['confirmation sent', 'update sent']);
  });

  it('reach whoever registered just before a change that was undone, if their confirmation was cut off on its way', async () => {
    const session = await foyer.schedule(DAY);
    inbox.refuseWith({ at: 'recipient', code: 451, text: 'later', only: (address) => address === 'cut@example.org' });
    await foyer.register(session, 'cut@example.org');
    await foyer.until('a first try', async () => (await letters(session, 'cut@example.org')).includes('confirmation deferred'));
    inbox.refuseWith(null);
    await foyer.database.query(`update notification.delivery set leased_until = now() + interval '90 seconds' where session_id = $1 and kind = 'confirmation'`, [session.id]);
    const moved = await move(session, 2 * DAY);
    await foyer.edit(moved, { wallTime: session.wallTime });
    await foyer.settled();
    await theWhilePasses();
    const { event } = await invite((await inbox.waitFor((mail) => mail.to.includes('cut@example.org'))).raw);
    expect(String(event.getFirstPropertyValue('dtstart'))).toBe(session.startsAt.toISOString().replace('.000', ''));
  });

  it('of several changes are one, with the last time and the one that people knew', async () => {
    let session = await foyer.schedule(DAY);
    const known = session.startsAt.toISOString().slice(11, 16);
    await registered(session, 'cy@example.org');
    for (const hours of [30, 31, 32]) session = await move(session, hours * 60);
    await theWhilePasses();
    const mail = await mailTo('cy@example.org', /New time/);
    expect(String((await invite(mail.raw)).event.getFirstPropertyValue('dtstart'))).toBe(session.startsAt.toISOString().replace('.000', ''));
    // the registrant lives in New York: these hours stand beside the session's own zone
    expect((await read(mail.raw)).text).toContain(session.startsAt.toISOString().slice(11, 16));
    await foyer.until('booked', async () => (await letters(session, 'cy@example.org')).includes('update sent'));
    expect((await letters(session, 'cy@example.org')).filter((one) => one === 'update sent')).toHaveLength(1);
    const { rows: [{ before }] } = await foyer.database.query(`select d.before from notification.delivery d join notification.recipient r on r.id = d.recipient_id where r.email = 'cy@example.org' and d.kind = 'update' and d.status = 'sent'`);
    expect(before.startsAt.slice(11, 16)).toBe(known);
  });

  it('go at once when people are on their way: the start that they know, or the new one, is half an hour away or less', async () => {
    const [soon, sooner] = [await foyer.schedule(25), await foyer.schedule(DAY)];
    await registered(soon, 'known@example.org');
    await registered(sooner, 'new@example.org');
    await move(soon, 2 * DAY);
    await mailTo('known@example.org', /New time/);
    await move(sooner, 28);
    await mailTo('new@example.org', /New time/);
  });

  it('give way to a cancellation, which waits for nothing', async () => {
    const session = await foyer.schedule(DAY);
    await registered(session, 'di@example.org');
    await foyer.cancel(await move(session, 2 * DAY));
    await mailTo('di@example.org', /^Cancelled/);
    await foyer.until('booked', async () => (await letters(session, 'di@example.org')).join() === 'confirmation sent,update superseded cancelled,cancellation sent');
  });

  it('go out even so where an update of the undone time was cut off and may have arrived', async () => {
    const session = await foyer.schedule(DAY);
    await registered(session, 'maybe@example.org');
    const moved = await move(session, 2 * DAY);
    await foyer.database.query(`update notification.delivery set maybe_arrived = true where session_id = $1 and kind = 'update' and recipient_id <> session_id`, [session.id]);
    await foyer.edit(moved, { wallTime: session.wallTime });
    await foyer.settled();
    await theWhilePasses();
    await foyer.until('sent', async () => (await letters(session, 'maybe@example.org')).join() === 'confirmation sent,update superseded rescheduled,update sent');
    const { event } = await invite((await mailTo('maybe@example.org', /New time/)).raw);
    expect(String(event.getFirstPropertyValue('dtstart'))).toBe(session.startsAt.toISOString().replace('.000', ''));
  });

  it('that a link asked for meanwhile has made superfluous are not sent', async () => {
    const session = await foyer.schedule(DAY);
    await registered(session, 'asks@example.org');
    await foyer.database.query(`update notification.delivery set sent_at = sent_at - interval '2 minutes' where session_id = $1`, [session.id]);
    await foyer.database.query(`update registration.registration set link_asked_at = link_asked_at - interval '2 minutes' where session_id = $1`, [session.id]);
    await move(session, 2 * DAY);
    await foyer.register(session, 'asks@example.org');
    await foyer.until('the link again', async () => (await letters(session, 'asks@example.org')).includes('link-again sent'));
    await theWhilePasses();
    await foyer.until('settled', async () => (await letters(session, 'asks@example.org')).includes('update superseded told-already'));
    expect(subjects('asks@example.org').filter((one) => /New time/.test(one))).toEqual([]);
  });
});
