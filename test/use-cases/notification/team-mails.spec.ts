import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import type { Session } from '../../../src/scheduling/model/session.js';
import type { Teammate } from '../../../src/scheduling/model/teammate.js';
import type { Whom } from '../../../src/scheduling/team/name-teammate.js';
import { startInbox, type ReceivedMail, type TestInbox } from '../../support/inbox.js';
import { startPostgres, type TestCluster } from '../../support/postgres.js';
import type { NotificationApp } from './notification-app.js';
import { invite, read } from './received.js';

const DAY = 24 * 60;

describe('hosts and speakers', () => {
  let postgres: TestCluster;
  let inbox: TestInbox;
  let foyer: NotificationApp;
  let ada: (typeof import('./notification-app.js'))['ADA'];
  let wallTime: (inMinutes: number) => string;
  let commands: {
    name: typeof import('../../../src/scheduling/team/name-teammate.js');
    rotate: typeof import('../../../src/scheduling/team/rotate-teammate-link.js');
    again: typeof import('../../../src/scheduling/team/send-teammate-link-again.js');
    remove: typeof import('../../../src/scheduling/team/remove-teammate.js');
  };
  beforeAll(async () => {
    const { startNotification, ...app } = await import('./notification-app.js');
    ({ wallTime, ADA: ada } = app);
    commands = {
      name: await import('../../../src/scheduling/team/name-teammate.js'),
      rotate: await import('../../../src/scheduling/team/rotate-teammate-link.js'),
      again: await import('../../../src/scheduling/team/send-teammate-link-again.js'),
      remove: await import('../../../src/scheduling/team/remove-teammate.js'),
    };
    postgres = await startPostgres();
    inbox = await startInbox();
    foyer = await startNotification(await postgres.createDatabase('team mails'), inbox.url);
  }, 60_000);
  afterAll(async () => {
    await foyer?.stop();
    await inbox?.stop();
    await postgres?.stop();
  });

  const subject = (mail: ReceivedMail): string => /^Subject: (.*)$/im.exec(mail.text)?.[1]?.trim() ?? '';
  const mailTo = (address: string, about: RegExp): Promise<ReceivedMail> => inbox.waitFor((mail) => mail.to.includes(address) && about.test(subject(mail)));
  const letters = async (session: Session, email: string) => (await foyer.ledger(session.id)).filter((row) => row.email === email).map(({ kind, status, reason }) => [kind, status, ...(reason ? [reason] : [])].join(' '));
  const name = async (session: Session, email: string, changes: Partial<Whom> = {}): Promise<Teammate> => {
    const teammate = await foyer.execute(new commands.name.NameTeammate(session.id, { role: 'host', name: email.split('@')[0]!, email, ...changes } as Whom, ada));
    await foyer.settled();
    return teammate;
  };
  const linkIn = async (mail: ReceivedMail): Promise<string> => /http:\/\/foyer\.test\/j\/([\w-]{27})/.exec((await read(mail.raw)).text ?? '')?.[1] ?? 'none';
  const property = (event: Awaited<ReturnType<typeof invite>>['event'], name: string): string => String(event.getFirstPropertyValue(name));

  it('are invited with their own link, to a calendar entry that waits for their answer', async () => {
    const session = await foyer.schedule(DAY);
    const host = await name(session, 'co@example.org');
    const mail = await mailTo('co@example.org', /You are a host/);
    const { event, method } = await invite(mail.raw);
    expect([method, property(event, 'uid'), property(event, 'sequence')]).toEqual(['REQUEST', `seat-${host.id}@foyer.test`, '0']);
    const [attendee, ...more] = event.getAllProperties('attendee');
    expect([more, attendee!.getParameter('partstat'), String(attendee!.getFirstValue())]).toEqual([[], 'NEEDS-ACTION', 'mailto:co@example.org']);
    expect(property(event, 'location')).toBe(`http://foyer.test/j/${await linkIn(mail)}`);
    expect((await read(mail.raw)).replyTo).toMatchObject([{ address: 'ada@example.org' }]);
    await foyer.until('booked', async () => (await letters(session, 'co@example.org')).join() === 'invitation sent');
  });

  it('are written to in the language that the organizer chose, in the session’s zone', async () => {
    const session = await foyer.schedule(DAY, { timeZone: 'Asia/Tokyo', wallTime: '2035-07-01T15:00' });
    await name(session, 'sprecherin@example.org', { role: 'speaker', locale: 'de' });
    const { text } = await read((await mailTo('sprecherin@example.org', /Sie sprechen/)).raw);
    expect(text).toContain('Asia/Tokyo');
    expect(text).toContain('15:00');
    expect(text).not.toContain('UTC');
  });

  it('are told of a new time and of the end of it, in the same entry of their calendar', async () => {
    const session = await foyer.schedule(DAY);
    await name(session, 'speaker@example.org', { role: 'speaker' });
    const invited = await mailTo('speaker@example.org', /You are a speaker/);
    const moved = await foyer.edit(session, { wallTime: wallTime(2 * DAY) });
    const update = await mailTo('speaker@example.org', /New time/);
    await foyer.cancel(moved);
    const cancelled = await mailTo('speaker@example.org', /Cancelled/);
    const [one, two, three] = [await invite(invited.raw), await invite(update.raw), await invite(cancelled.raw)];
    expect(new Set([one, two, three].map(({ event }) => property(event, 'uid'))).size).toBe(1);
    expect([one, two, three].map(({ event, method }) => `${method} ${property(event, 'sequence')}`)).toEqual(['REQUEST 0', 'REQUEST 1', 'CANCEL 2']);
    expect(await linkIn(update)).toBe(await linkIn(invited));
    expect(/^In-Reply-To: (.*)$/im.exec(update.text)?.[1]?.trim()).toBe(/^Message-ID: (.*)$/im.exec(invited.text)?.[1]?.trim());
  });

  it('named while the invitation of a moved session waits are told the new time alone', async () => {
    await inbox.stop();
    const session = await foyer.schedule(DAY);
    await foyer.edit(session, { wallTime: wallTime(3 * DAY) });
    await name(session, 'late@example.org');
    await foyer.settled();
    await inbox.start();
    await foyer.database.query(`update notification.delivery set next_try_at = now() where status in ('queued', 'deferred')`);
    const { event } = await invite((await mailTo('late@example.org', /You are a host/)).raw);
    expect(String(event.getFirstPropertyValue('dtstart'))).toBe(`${wallTime(3 * DAY)}:00Z`);
    // whichever fact was heard first: what told the old time never left
    await foyer.until('booked', async () => (await letters(session, 'late@example.org')).filter((letter) => letter !== 'invitation superseded rescheduled').join() === 'invitation sent');
  });

  it('get a new link that has to replace the old one in their calendar', async () => {
    const session = await foyer.schedule(DAY);
    const host = await name(session, 'rotated@example.org');
    const before = await mailTo('rotated@example.org', /You are a host/);
    await foyer.until('booked', async () => (await letters(session, 'rotated@example.org')).includes('invitation sent'));
    await foyer.execute(new commands.rotate.RotateTeammateLink(session.id, host.id, ada));
    const after = await mailTo('rotated@example.org', /Your new link/);
    const [old, fresh] = [await invite(before.raw), await invite(after.raw)];
    expect([property(old.event, 'sequence'), property(fresh.event, 'sequence'), property(fresh.event, 'uid')]).toEqual(['0', '1', property(old.event, 'uid')]);
    expect(await linkIn(after)).not.toBe(await linkIn(before));
  });

  it('are told once, with the link that works, when it was changed before their invitation could leave', async () => {
    await inbox.stop();
    const session = await foyer.schedule(DAY);
    const host = await name(session, 'unreached@example.org');
    await foyer.execute(new commands.rotate.RotateTeammateLink(session.id, host.id, ada));
    await foyer.settled();
    await inbox.start();
    await foyer.database.query(`update notification.delivery set next_try_at = now() where status in ('queued', 'deferred')`);
    await inbox.waitFor((mail) => mail.to.includes('unreached@example.org'), 60_000);
    await foyer.until('nothing open', async () => (await letters(session, 'unreached@example.org')).every((one) => !one.includes('queued')));
    const sent = inbox.messages.filter((mail) => mail.to.includes('unreached@example.org'));
    expect(sent.map((mail) => subject(mail))).toEqual(['You are a host: Pottery']);
    expect((await letters(session, 'unreached@example.org')).sort()).toEqual(['invitation sent', 'invitation superseded link-rotated']);
  }, 90_000);

  it('get their link again when the organizer asks, the same one', async () => {
    const session = await foyer.schedule(DAY);
    const host = await name(session, 'again@example.org');
    const before = await mailTo('again@example.org', /You are a host/);
    await foyer.until('booked', async () => (await letters(session, 'again@example.org')).includes('invitation sent'));
    await foyer.database.query(`update notification.delivery set sent_at = sent_at - interval '61 seconds' where session_id = $1`, [session.id]);
    await foyer.database.query(`update scheduling.teammate set link_asked_at = link_asked_at - interval '61 seconds' where id = $1`, [host.id]);
    for (let times = 0; times < 3; times++) await foyer.execute(new commands.again.SendTeammateLinkAgain(session.id, host.id, ada));
    const mail = await mailTo('again@example.org', /Your link/);
    expect(await linkIn(mail)).toBe(await linkIn(before));
    await foyer.until('booked, and one alone', async () => (await letters(session, 'again@example.org')).join() === 'invitation sent,link-again sent');
  });

  it('who are taken off the team are told so, and their calendar, too', async () => {
    const session = await foyer.schedule(DAY);
    const { id } = await name(session, 'removed@example.org', { role: 'speaker' });
    await mailTo('removed@example.org', /You are a speaker/);
    await foyer.until('booked', async () => (await letters(session, 'removed@example.org')).includes('invitation sent'));
    await foyer.execute(new commands.remove.RemoveTeammate(session.id, id, ada));
    const { event, method, file } = await invite((await mailTo('removed@example.org', /No longer on the team/)).raw);
    expect([method, property(event, 'status'), property(event, 'sequence')]).toEqual(['CANCEL', 'CANCELLED', '1']);
    expect(file).not.toContain('/j/');
    await foyer.edit(session, { wallTime: wallTime(2 * DAY) });
    await foyer.settled();
    await foyer.until('booked, and nothing more', async () => (await letters(session, 'removed@example.org')).join() === 'invitation sent,cancellation sent');
  });

  it('who were named by mistake and never heard of it hear nothing', async () => {
    inbox.refuseWith({ at: 'recipient', code: 451, text: '4.3.0 later', only: (address) => address === 'mistake@example.org' });
    const session = await foyer.schedule(DAY);
    const { id } = await name(session, 'mistake@example.org');
    await foyer.until('put off', async () => (await letters(session, 'mistake@example.org')).includes('invitation deferred'));
    await foyer.execute(new commands.remove.RemoveTeammate(session.id, id, ada));
    await foyer.settled();
    inbox.refuseWith(null);
    expect(await letters(session, 'mistake@example.org')).toEqual(['invitation superseded withdrawn']);
  });

  it('are reminded like everybody else; who was invited within the half hour is not', async () => {
    const session = await foyer.schedule(40);
    await name(session, 'reminded@example.org', { role: 'speaker' });
    await mailTo('reminded@example.org', /You are a speaker/);
    await foyer.until('booked', async () => (await letters(session, 'reminded@example.org')).includes('invitation sent'));
    await foyer.database.query(`update notification.session set starts_at = starts_at - interval '15 minutes', ends_at = ends_at - interval '15 minutes' where id = $1`, [session.id]);
    await foyer.database.query(`update notification.delivery set sent_at = sent_at - interval '15 minutes' where session_id = $1`, [session.id]);
    const mail = await mailTo('reminded@example.org', /Starts in/);
    expect((await read(mail.raw)).text).toContain('meet Ada Lovelace backstage');
    const soon = await foyer.schedule(20);
    await name(soon, 'invited-late@example.org');
    await mailTo('invited-late@example.org', /You are a host/);
    await foyer.until('the host who scheduled it is reminded', async () => (await letters(soon, 'ada@example.org')).includes('reminder sent'));
    await foyer.until('booked, and no reminder', async () => (await letters(soon, 'invited-late@example.org')).join() === 'invitation sent');
  });

  it('stand in the list of mails by who they are, and in what a change would tell', async () => {
    const organizer = await foyer.organizer('Organizer');
    const session = await foyer.schedule(DAY);
    const { id } = await name(session, 'listed@example.org', { role: 'speaker' });
    await mailTo('listed@example.org', /You are a speaker/);
    await organizer.adopt(session);
    const listed = await foyer.http.get(`/api/sessions/${session.id}/deliveries`).set('cookie', organizer.cookie);
    expect(listed.body.items).toMatchObject([{ kind: 'invitation', teammateId: id, registrationId: null, recipient: 'listed@example.org' }]);
    await foyer.until('booked', async () => (await letters(session, 'listed@example.org')).includes('invitation sent'));
    const foreseen = await foyer.http.post(`/api/sessions/${session.id}/foresee`).set({ cookie: organizer.cookie, 'sec-fetch-site': 'same-origin' }).send({ wallTime: wallTime(2 * DAY) });
    expect(foreseen.body.items).toContainEqual(expect.objectContaining({ email: 'listed@example.org', role: 'speaker', kind: 'update', timeZone: 'UTC', registrationId: null }));
  });
});
