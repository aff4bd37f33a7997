import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import ICAL from 'ical.js';
import type { Session } from '../../../src/scheduling/model/session.js';
import { startInbox, type ReceivedMail, type TestInbox } from '../../support/inbox.js';
import { startPostgres, type TestCluster } from '../../support/postgres.js';
import type { NotificationApp } from './notification-app.js';
import { read, tree } from './received.js';

describe('the small links in a mail', () => {
  let postgres: TestCluster;
  let inbox: TestInbox;
  let foyer: NotificationApp;
  beforeAll(async () => {
    const { startNotification } = await import('./notification-app.js');
    postgres = await startPostgres();
    inbox = await startInbox();
    foyer = await startNotification(await postgres.createDatabase('personal-pages'), inbox.url);
  }, 120_000);
  afterAll(async () => {
    await foyer?.stop();
    await inbox?.stop();
    await postgres?.stop();
  });

  const mailTo = (address: string, about: RegExp): Promise<ReceivedMail> =>
    inbox.waitFor((mail) => mail.to.includes(address) && about.test(/^Subject: (.*)$/im.exec(mail.text)?.[1] ?? ''), 20_000);
  const linkIn = async (mail: ReceivedMail, path: string): Promise<string> => new RegExp(`http://foyer\\.test(/${path}/\\S+)`).exec((await read(mail.raw)).text!)![1]!;
  const everything = async () => (await foyer.database.query(`select coalesce((select json_agg(d order by id)::text from notification.delivery d), '') || (select json_agg(r order by id)::text from notification.recipient r) as all`)).rows[0].all as string;
  const registered = async (inMinutes: number, address: string, locale = 'en'): Promise<{ session: Session; mail: ReceivedMail }> => {
    const session = await foyer.schedule(inMinutes);
    await foyer.register(session, address, 'Someone', { locale });
    const mail = await mailTo(address, /./);
    await foyer.until('booked', async () => (await foyer.ledger(session.id)).some(({ email, status }) => email === address && status === 'sent'));
    return { session, mail };
  };
  /** So many minutes pass for one session. */
  const reminded = async (session: Session, address: string, minutes: number): Promise<ReceivedMail> => {
    await foyer.database.query(`update notification.delivery set sent_at = sent_at - make_interval(mins => $2) where session_id = $1`, [session.id, minutes]);
    await foyer.database.query(`update notification.session set starts_at = starts_at - make_interval(mins => $2), ends_at = ends_at - make_interval(mins => $2) where id = $1`, [session.id, minutes]);
    return mailTo(address, /Starts|Beginnt/);
  };

  it('give the calendar entry as a file, as it stands now; opening it changes nothing and nobody keeps it', async () => {
    const { session, mail } = await registered(24 * 60, 'bo@example.org');
    const path = await linkIn(mail, 'calendar');
    expect(path).toMatch(/^\/calendar\/[\w-]{48}\.ics$/);
    const moved = await foyer.edit(session, { durationMinutes: 90 });
    await foyer.settled();
    await foyer.until('told', async () => (await foyer.ledger(session.id)).every(({ status }) => status === 'sent'));
    const before = await everything();
    const { status, headers, text } = await foyer.http.get(path).buffer(true).parse((response, done) => {
      let all = '';
      response.on('data', (chunk: Buffer) => (all += chunk.toString())).on('end', () => done(null, all));
    }).then((response) => ({ ...response, status: response.status, headers: response.headers, text: response.body as string }));
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'text/calendar; charset=utf-8; method=PUBLISH', 'no-store']);
    const calendar = new ICAL.Component(ICAL.parse(text));
    const event = calendar.getFirstSubcomponent('vevent')!;
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(event.getAllProperties('attendee')).toHaveLength(0);
    expect(event.getFirstPropertyValue('sequence')).toBe(1);
    expect(String(event.getFirstPropertyValue('dtend'))).toBe(new Date(moved.startsAt.getTime() + 90 * 60_000).toISOString().replace('.000', ''));
    expect(String(event.getFirstPropertyValue('url'))).toMatch(/\/j\/[\w-]{27}$/);
    expect(String(event.getFirstPropertyValue('uid'))).toMatch(/^reg-/);
    expect(await everything()).toBe(before);
    await foyer.cancel(moved);
    await foyer.settled();
    const gone = await foyer.http.get(path);
    expect([gone.status, gone.text.includes('This session is cancelled'), gone.text.includes('/j/')]).toEqual([410, true, false]);
  });

  it('stop the reminders of one registration by the mail program’s button; asked twice it is the same', async () => {
    const { session } = await registered(240, 'stops@example.org');
    await foyer.register(session, 'stays@example.org');
    await foyer.until('booked', async () => (await foyer.ledger(session.id)).filter(({ status }) => status === 'sent').length === 2);
    const reminder = await reminded(session, 'stops@example.org', 240 - 29);
    const [, url] = /^<http:\/\/foyer\.test(\/reminders-off\/[\w-]{48})>$/.exec(tree(reminder.text).headers.get('list-unsubscribe')!)!;
    for (let time = 0; time < 2; time++) {
      const answer = await foyer.http.post(url!).type('form').send('List-Unsubscribe=One-Click');
      expect([answer.status, answer.text.includes('No more reminders')]).toEqual([200, true]);
    }
    // it moves, and comes near again: one is reminded, the other is not; both are told of the move
    await foyer.database.query(`update notification.session set slot_version = 7 where id = $1`, [session.id]);
    await foyer.database.query(`update notification.delivery set sent_at = sent_at - interval '1 hour' where session_id = $1`, [session.id]);
    await foyer.until('the other reminded again', async () => (await foyer.ledger(session.id)).filter(({ kind, email, status }) => kind === 'reminder' && email === 'stays@example.org' && status === 'sent').length === 2, 20_000);
    expect((await foyer.ledger(session.id)).filter(({ kind, email }) => kind === 'reminder' && email === 'stops@example.org')).toHaveLength(1);
  }, 120_000);

  it('show a page with a button, in the reader’s language, and change nothing by being opened', async () => {
    const { session } = await registered(240, 'fragt@example.org', 'de-AT');
    const reminder = await reminded(session, 'fragt@example.org', 240 - 29);
    const path = await linkIn(reminder, 'reminders-off');
    await foyer.until('booked', async () => (await foyer.ledger(session.id)).every(({ status }) => status === 'sent'));
    const before = await everything();
    const page = await foyer.http.get(path);
    expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(page.text).toContain(`<form method="post" action="${path}"><button class="go" type="submit">Erinnerungen beenden</button></form>`);
    expect(await everything()).toBe(before);
    await foyer.http.post(path).type('form').send('');
    expect((await foyer.http.get(path)).text).toContain('Sie bekommen keine Erinnerungen mehr');
  }, 40_000);

  it('are good for one thing only, and not to be guessed', async () => {
    const { mail } = await registered(24 * 60, 'once@example.org');
    const path = await linkIn(mail, 'calendar');
    const token = /\/calendar\/([\w-]+)\.ics/.exec(path)![1]!;
    const altered = `${token.slice(0, -1)}${token.endsWith('A') ? 'Q' : 'A'}`;
    const before = await everything();
    for (const wrong of [`/calendar/${altered}.ics`, `/calendar/${token}`, `/calendar/.ics`, `/calendar/${token}A.ics`, '/calendar/%00.ics', `/reminders-off/${token}`]) {
      expect([wrong, (await foyer.http.get(wrong)).status]).toEqual([wrong, 404]);
    }
    expect((await foyer.http.post(`/reminders-off/${token}`).type('form').send('')).status).toBe(404);
    expect(await everything()).toBe(before);
  });
});
