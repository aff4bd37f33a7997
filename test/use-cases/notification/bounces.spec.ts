import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import fc from 'fast-check';
import { connect, type Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import { freePort } from '../../../embedded/ports.ts';
import type { Session } from '../../../src/scheduling/model/session.js';
import { startInbox, type TestInbox } from '../../support/inbox.js';
import { startPostgres, type TestCluster } from '../../support/postgres.js';
import type { NotificationApp } from './notification-app.js';

/** A conversation with an SMTP server, line by line, so that a test may say what no library would. */
async function converse(port: number): Promise<{ say: (line: string) => Promise<string>; socket: Socket }> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  let wake: (() => void) | null = null;
  let over = false;
  socket.on('data', (chunk) => { text += chunk.toString('latin1'); wake?.(); });
  socket.on('error', () => undefined);
  socket.on('close', () => { over = true; wake?.(); });
  const answer = async (): Promise<string> => {
    for (;;) {
      const [whole] = /^(?:\d{3}-[^\n]*\n)*\d{3} [^\n]*\n/.exec(text) ?? [];
      if (whole) {
        text = text.slice(whole.length);
        return whole.trim();
      }
      if (over) return 'closed';
      await new Promise<void>((next) => { wake = next; });
    }
  };
  await answer();
  return { socket, say: (line) => { socket.write(line, 'latin1'); return answer(); } };
}

const report = (fields: string): string => [
  'From: MAILER-DAEMON@mx.example.org', 'Subject: Undelivered', 'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '',
  '--b', 'Content-Type: text/plain', '', 'Sorry.', '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.org', '', 'Final-Recipient: rfc822; bo@example.org', fields, '', '--b--', '',
].join('\r\n');
const HARD = 'Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 <bo@example.org> User unknown';

describe('mails that come back', () => {
  let postgres: TestCluster;
  let inbox: TestInbox;
  let foyer: NotificationApp;
  let port: number;
  beforeAll(async () => {
    const { startNotification } = await import('./notification-app.js');
    postgres = await startPostgres();
    inbox = await startInbox();
    port = await freePort();
    foyer = await startNotification(await postgres.createDatabase('bounces'), inbox.url, { SMTP_INBOUND_PORT: String(port) });
  }, 120_000);
  afterAll(async () => {
    await foyer?.stop();
    await inbox?.stop();
    await postgres?.stop();
  });

  const handIn = async (to: string, mail: string, from = ''): Promise<string> => {
    const { say, socket } = await converse(port);
    await say('EHLO mx.example.org\r\n');
    await say(`MAIL FROM:<${from}>\r\n`);
    const accepted = await say(`RCPT TO:<${to}>\r\n`);
    const answer = accepted.startsWith('250') ? (await say('DATA\r\n'), await say(`${mail.replace(/^\./gm, '..')}\r\n.\r\n`)) : accepted;
    socket.end('QUIT\r\n');
    return answer;
  };
  const row = async (session: Session, email: string, kind = 'confirmation') => (await foyer.ledger(session.id)).find((one) => one.email === email && one.kind === kind);
  const sentTo = async (email: string): Promise<{ session: Session; bounceTo: string; id: string }> => {
    const session = await foyer.schedule(24 * 60);
    await foyer.register(session, email);
    const sent = await foyer.until(`${email} settled`, async () => { const found = await row(session, email); return found?.status !== 'queued' && found; });
    return { session, id: sent.id, bounceTo: `bounce+${sent.id}@foyer.test` };
  };
  const happenings = async (id: string) => (await foyer.database.query('select event, answer from notification.happening where delivery_id = $1 order by id', [id])).rows as { event: string; answer: string }[];

  it('a hard bounce marks the delivery, with the other server’s words and no address in them; twice is once', async () => {
    const { session, id, bounceTo } = await sentTo('bo@example.org');
    expect(inbox.messages.find(({ to }) => to.includes('bo@example.org'))!.from).toBe(bounceTo);
    for (let time = 0; time < 2; time++) expect(await handIn(bounceTo.toUpperCase().replace('BOUNCE', 'bounce'), report(HARD))).toMatch(/^250/);
    expect(await row(session, 'bo@example.org')).toMatchObject({ status: 'bounced', bounce: 'hard', reason: '5.1.1' });
    expect((await happenings(id)).map(({ event }) => event)).toEqual(['sent', 'bounced']);
    expect((await happenings(id))[1]!.answer).toBe('5.1.1 550 5.1.1 <…> User unknown');
  });

  it('a delay is noted and changes nothing; giving up after it is a soft bounce', async () => {
    const { session, id, bounceTo } = await sentTo('slow@example.org');
    await handIn(bounceTo, report('Action: delayed\r\nStatus: 4.4.1'));
    expect(await row(session, 'slow@example.org')).toMatchObject({ status: 'sent', bounce: null });
    await handIn(bounceTo, report('Action: failed\r\nStatus: 4.4.7'));
    expect(await row(session, 'slow@example.org')).toMatchObject({ status: 'bounced', bounce: 'soft' });
    expect((await happenings(id)).map(({ event }) => event)).toEqual(['sent', 'delayed', 'bounced']);
  });

  it('an automatic answer is taken and forgotten', async () => {
    const { session, bounceTo } = await sentTo('away@example.org');
    expect(await handIn(bounceTo, 'Subject: Out of office\r\n\r\nBack on Monday.', 'away@example.org')).toMatch(/^250/);
    expect(await row(session, 'away@example.org')).toMatchObject({ status: 'sent' });
  });

  it('after two hard bounces nothing more goes to that address for the workspace, and the organizer sees why; others are reached', async () => {
    for (let time = 0; time < 2; time++) await handIn((await sentTo('Dead@example.org')).bounceTo, report(HARD));
    const before = inbox.messages.length;
    const { session } = await sentTo('dead@example.org');
    expect(await row(session, 'dead@example.org')).toMatchObject({ status: 'failed', reason: 'stopped-address', attempts: 0 });
    const eve = await foyer.organizer('Eve');
    await eve.adopt(session);
    const { body } = await foyer.http.get(`/api/sessions/${session.id}/deliveries`).set('cookie', eve.cookie);
    expect(body.items[0]).toMatchObject({ status: 'failed', reason: 'stopped-address', history: [{ event: 'queued' }, { event: 'failed', answer: 'stopped-address' }] });
    await sentTo('alive@example.org');
    expect(inbox.messages.slice(before).flatMap(({ to }) => to).filter((to) => !to.startsWith('eve-'))).toEqual(['alive@example.org']); // Eve is asked to confirm her address
    // after a season they may have a mailbox again
    await foyer.database.query(`update notification.delivery set created_at = created_at - interval '91 days' where bounce = 'hard'`);
    expect((await row((await sentTo('dead@example.org')).session, 'dead@example.org'))!.status).toBe('sent');
  });

  it('the door takes nothing but what it is there for: no relay, no unknown delivery, no second recipient, no passwords', async () => {
    const { bounceTo, id } = await sentTo('door@example.org');
    for (const to of ['victim@example.org', 'invites@foyer.test', `bounce+${randomUUID()}@foyer.test`, `bounce+${id}@evil.example`, `bounce+${id}@foyer.test.evil.example`, `bounce+${id}%evil.example@foyer.test`, `x@evil.example:bounce+${id}@foyer.test`, 'postmaster', '']) {
      expect([to, (await handIn(to, report(HARD))).slice(0, 1)]).toEqual([to, '5']);
    }
    const { say, socket } = await converse(port);
    const hello = await say('EHLO mx.example.org\r\n');
    expect(hello).not.toMatch(/AUTH|STARTTLS/);
    expect(hello).toContain('SIZE 262144');
    expect(await say('AUTH PLAIN AGEAYg==\r\n')).toMatch(/^5/);
    await say('MAIL FROM:<>\r\n');
    expect(await say(`RCPT TO:<${bounceTo}>\r\n`)).toMatch(/^250/);
    expect(await say(`RCPT TO:<${bounceTo}>\r\n`)).toMatch(/^452/);
    socket.destroy();
    expect(inbox.messages.filter(({ to }) => to.includes('victim@example.org'))).toEqual([]);
  });

  it('a mail that is too large is refused, announced or not, and the conversation goes on', async () => {
    const { bounceTo, session } = await sentTo('large@example.org');
    const { say, socket } = await converse(port);
    await say('EHLO mx.example.org\r\n');
    expect(await say('MAIL FROM:<> SIZE=9999999\r\n')).toMatch(/^552/);
    await say('MAIL FROM:<>\r\n');
    await say(`RCPT TO:<${bounceTo}>\r\n`);
    await say('DATA\r\n');
    expect(await say(`${report(HARD)}${'x'.repeat(70)}\r\n${`${'x'.repeat(70)}\r\n`.repeat(5_000)}.\r\n`)).toMatch(/^552/);
    expect(await say('NOOP\r\n')).toMatch(/^250/);
    socket.destroy();
    expect(await row(session, 'large@example.org')).toMatchObject({ status: 'sent' });
  });

  it('whatever is said at the door, it stays open and the ledger is as it was', async () => {
    const { bounceTo } = await sentTo('hostile@example.org');
    const all = async () => JSON.stringify(await foyer.ledger());
    const before = await all();
    const line = fc.oneof(
      fc.constantFrom('EHLO x\r\n', 'HELO\r\n', 'MAIL FROM:<>\r\n', 'MAIL FROM:<a@b> SIZE=-1\r\n', 'RCPT TO:<victim@example.org>\r\n', 'RCPT TO:<bounce+x@foyer.test>\r\n', `RCPT TO:<${bounceTo}>\r\n`, 'DATA\r\n', '.\r\n', 'RSET\r\n', 'VRFY root\r\n', 'EXPN all\r\n', 'QUIT\r\n', 'AUTH LOGIN\r\n', 'STARTTLS\r\n',
        'Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n', 'XFORWARD NAME=x\r\n', 'BDAT 10\r\n', '\r\n', '\0\0\0', `${'A'.repeat(5_000)}\r\n`),
      fc.string({ unit: 'binary-ascii', maxLength: 60 }).map((text) => `${text}\r\n`),
    );
    await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.resume();
      await new Promise<void>((done) => {
        socket.on('close', () => done());
        socket.write(lines.join(''), 'latin1');
        setTimeout(() => { socket.destroy(); done(); }, 30);
      });
    }), { numRuns: 100 });
    const { say, socket } = await converse(port);
    expect(await say('EHLO still.there\r\n')).toMatch(/^250/);
    socket.destroy();
    expect(await all()).toBe(before);
  }, 120_000);
});
