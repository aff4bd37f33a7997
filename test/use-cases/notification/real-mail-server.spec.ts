import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../embedded/ports.ts';
import type { Session } from '../../../src/scheduling/model/session.js';
import { startPostfix, type FiledMail, type TestPostfix } from '../../support/postfix.js';
import { startPostgres, type TestCluster } from '../../support/postgres.js';
import type { LedgerRow, NotificationApp } from './notification-app.js';
import { invite, read, shape, tree } from './received.js';
import { verifySignature } from './signature.js';

const NAME = 'Zoë "Zo" O’Malley-Ōkubo, 大久保';
const WITH_INVITE = 'multipart/mixed(multipart/alternative(text/plain,text/html,text/calendar),application/ics)';

describe('through Postfix, into people’s mailboxes', () => {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
  const keys = mkdtempSync(join(tmpdir(), 'foyer-test-dkim-'));
  let postgres: TestCluster;
  let postfix: TestPostfix;
  let foyer: NotificationApp;
  beforeAll(async () => {
    const keyFile = join(keys, 'key.pem');
    writeFileSync(keyFile, pair.privateKey);
    const { startNotification } = await import('./notification-app.js');
    postgres = await startPostgres();
    const reportsPort = await freePort();
    postfix = await startPostfix({ users: ['zoe', 'grey', 'ada'], reportsFor: 'foyer.test', reportsPort });
    foyer = await startNotification(await postgres.createDatabase('real_mail'), postfix.url, { SMTP_INBOUND_PORT: String(reportsPort), DKIM_KEY_FILE: keyFile });
  }, 120_000);
  afterAll(async () => {
    await foyer?.stop();
    await postfix?.stop();
    await postgres?.stop();
    rmSync(keys, { recursive: true, force: true });
  });
  afterEach(() => {
    postfix.policy = () => 'DUNNO';
  });

  const subject = (mail: FiledMail): Promise<string> => read(mail.raw).then((email) => email.subject ?? '');
  /** Waits until a mail of that subject lies in the mailbox. */
  const filed = (user: string, meant: RegExp): Promise<FiledMail> =>
    foyer.until(`${meant} for ${user}; the server says:\n${postfix.log().split('\n').slice(-8).join('\n')}`, async () => {
      for (const mail of postfix.mailbox(user)) if (meant.test(await subject(mail))) return mail;
      return null;
    }, 120_000);
  const row = (session: Session, email: string, when: (row: LedgerRow) => boolean): Promise<LedgerRow> =>
    foyer.until(`${email}; the server says:\n${postfix.log().split('\n').slice(-8).join('\n')}`, async () => (await foyer.ledger(session.id)).find((one) => one.email === email && when(one)), 60_000);
  /** What holds for each mail, whatever it says. */
  const whole = async (mail: FiledMail, to: string): Promise<Awaited<ReturnType<typeof read>>> => {
    const email = await read(mail.raw);
    const { headers } = tree(mail.raw.toString('utf8'));
    const id = /^<([0-9a-f-]{36})@foyer\.test>$/.exec(headers.get('message-id')!)![1]!;
    expect(mail.returnPath).toBe(`bounce+${id}@foyer.test`);
    expect([mail.deliveredTo, email.to!.map(({ address }) => address), email.cc, email.bcc]).toEqual([to, [to], undefined, undefined]);
    expect(email.from).toMatchObject({ name: 'Ada Lovelace via Foyer', address: 'invites@foyer.test' });
    expect([headers.get('auto-submitted'), headers.get('x-auto-response-suppress')]).toEqual(['auto-generated', 'OOF, AutoReply']);
    expect(verifySignature(mail.raw, pair.publicKey)).toMatchObject({ valid: true, bodyIntact: true, domain: 'foyer.test', selector: 'foyer' });
    for (const line of mail.raw.toString('latin1').split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
    expect(email.text!.trim()).not.toBe('');
    expect(email.html).toContain('</html>');
    return email;
  };
  /** Its object, the same bytes in both places, as another library reads it. */
  const object = async (mail: FiledMail) => {
    const root = tree(mail.raw.toString('latin1'));
    expect(shape(root)).toBe(WITH_INVITE);
    const copies = [root.children[0]!.children[2]!, root.children[1]!].map((part) => Buffer.from(part.body, 'base64'));
    expect(copies[0]!.equals(copies[1]!)).toBe(true);
    const file = copies[0]!.toString('utf8');
    const { file: asParsed, method, event } = await invite(mail.raw);
    expect(asParsed.replaceAll('\r\n', '\n')).toBe(file.replaceAll('\r\n', '\n')); // the parser gives texts the lines of this machine
    expect(root.children[0]!.children[2]!.type).toBe(`text/calendar; charset=utf-8; method=${method}`);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(event.getAllProperties('attendee').map((one) => String(one.getFirstValue()))).toEqual(['mailto:zoe@example.org']);
    const value = (name: string): string => String(event.getFirstPropertyValue(name));
    return { method, uid: value('uid'), sequence: Number(value('sequence')), stamp: value('dtstamp'), starts: value('dtstart'), status: value('status') };
  };

  it('confirmation, update, reminder and cancellation arrive whole, signed, to one person, and lead one calendar entry through its life', async () => {
    const session = await foyer.schedule(24 * 60, { title: 'Töpfern, 粘土 & “clay”', description: 'Bring clay.\n.\n..\nFrom me to you\n' });
    await foyer.register(session, 'zoe@example.org', NAME);
    const confirmation = await filed('zoe', /registered/);
    const confirmed = await whole(confirmation, 'zoe@example.org');
    expect(confirmed.to![0]!.name).toBe(NAME.replaceAll('"', "'"));
    expect(confirmed.replyTo).toMatchObject([{ address: 'ada@example.org' }]);
    expect(confirmed.text).toContain('\n.\n..\nFrom me to you');
    const first = await object(confirmation);
    expect(first).toMatchObject({ method: 'REQUEST', status: 'CONFIRMED', starts: expect.stringMatching(/Z$/), uid: expect.stringMatching(/^reg-.*@foyer\.test$/) });
    await row(session, 'zoe@example.org', ({ kind, status }) => kind === 'confirmation' && status === 'sent');

    const moved = await foyer.edit(session, { durationMinutes: 45 });
    const update = await filed('zoe', /New time/);
    expect((await whole(update, 'zoe@example.org')).inReplyTo).toBe(confirmed.messageId);
    const second = await object(update);
    expect(second).toMatchObject({ method: 'REQUEST', uid: first.uid, status: 'CONFIRMED' });
    expect([second.sequence > first.sequence, second.stamp > first.stamp]).toEqual([true, true]);
    await row(session, 'zoe@example.org', ({ kind, status }) => kind === 'update' && status === 'sent');

    // the day goes by: it starts in twelve minutes
    await foyer.database.query(`update notification.delivery set sent_at = sent_at - interval '2 hours' where session_id = $1`, [session.id]);
    await foyer.database.query(`update notification.session set starts_at = now() + interval '12 minutes', ends_at = now() + interval '57 minutes' where id = $1`, [session.id]);
    const reminder = await filed('zoe', /^Starts in 1[12] minutes/);
    const reminded = await whole(reminder, 'zoe@example.org');
    expect(shape(tree(reminder.raw.toString('latin1')))).toBe('multipart/alternative(text/plain,text/html)');
    expect(reminded.attachments).toEqual([]);
    const signed = verifySignature(reminder.raw, pair.publicKey).headers;
    expect(signed).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']));

    await foyer.cancel(moved);
    const cancellation = await filed('zoe', /^Cancelled/);
    const cancelled = await whole(cancellation, 'zoe@example.org');
    const last = await object(cancellation);
    expect(last).toMatchObject({ method: 'CANCEL', uid: first.uid, status: 'CANCELLED' });
    expect([last.sequence > second.sequence, last.stamp > second.stamp]).toEqual([true, true]);
    expect((cancelled.text ?? '') + (cancelled.html ?? '')).not.toMatch(/\/j\//);
    expect(new Set([confirmed, await read(update.raw), reminded, cancelled].map(({ messageId }) => messageId)).size).toBe(4);
    expect(postfix.mailbox('zoe')).toHaveLength(4);
  }, 120_000);

  it('greylisted, it comes again under the same Message-ID and arrives once; a 550 and a full mailbox are failed at once, in the server’s words', async () => {
    postfix.policy = (recipient, attempt) => {
      if (recipient === 'grey@example.org' && attempt === 1) return '450 4.2.0 Greylisted, see you soon';
      if (recipient === 'full@example.org') return '552 5.2.2 Mailbox full';
      if (recipient === 'unwanted@example.org') return '550 5.7.1 Not wanted here';
      return 'DUNNO';
    };
    const session = await foyer.schedule(24 * 60);
    for (const user of ['grey', 'full', 'unwanted']) await foyer.register(session, `${user}@example.org`);
    const grey = await row(session, 'grey@example.org', ({ status }) => status === 'deferred');
    expect(grey.last_answer).toMatch(/^450 4\.2\.0 .*Greylisted/);
    expect(await row(session, 'full@example.org', ({ status }) => status === 'failed')).toMatchObject({ attempts: 1, last_answer: expect.stringMatching(/^552 5\.2\.2 .*Mailbox full/) });
    expect(await row(session, 'unwanted@example.org', ({ status }) => status === 'failed')).toMatchObject({ attempts: 1, last_answer: expect.stringMatching(/^550 5\.7\.1 .*Not wanted/) });
    await foyer.database.query('update notification.delivery set next_try_at = now() where id = $1', [grey.id]); // its 15 seconds are over
    const mail = await filed('grey', /registered/);
    await row(session, 'grey@example.org', ({ status, attempts }) => status === 'sent' && attempts === 2);
    expect((await read(mail.raw)).messageId).toBe(`<${grey.id}@foyer.test>`);
    expect([postfix.mailbox('grey').length, postfix.asked.get('grey@example.org')]).toEqual([1, 2]);
  }, 120_000);

  it('its report on a mailbox that does not exist marks the delivery bounced; after the second nothing more goes there, and the organizer sees why', async () => {
    const [one, two, three] = [await foyer.schedule(24 * 60), await foyer.schedule(25 * 60), await foyer.schedule(26 * 60)];
    for (const session of [one, two]) {
      await foyer.register(session, 'nobody@example.org');
      expect(await row(session, 'nobody@example.org', ({ status }) => status === 'bounced')).toMatchObject({ bounce: 'hard', reason: '5.1.1', last_answer: expect.stringMatching(/^5\.1\.1 .*[Uu]nknown user/) });
    }
    await foyer.register(three, 'nobody@example.org');
    await row(three, 'nobody@example.org', ({ status, reason }) => status === 'failed' && reason === 'stopped-address');
    expect(postfix.asked.get('nobody@example.org')).toBe(2);
    const eve = await foyer.organizer('Eve');
    await Promise.all([one, three].map((session) => eve.adopt(session)));
    const listed = async (session: Session) => (await foyer.http.get(`/api/sessions/${session.id}/deliveries`).set('cookie', eve.cookie)).body.items[0];
    expect(await listed(one)).toMatchObject({ status: 'bounced', bounce: 'hard', history: [{ event: 'queued' }, { event: 'sent' }, { event: 'bounced' }] });
    expect(await listed(three)).toMatchObject({ status: 'failed', reason: 'stopped-address' });
    // no address of anyone stands in what was written down of the report
    expect(JSON.stringify((await listed(one)).history)).not.toContain('@');
  }, 120_000);
});
