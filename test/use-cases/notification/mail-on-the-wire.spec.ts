import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import { Test } from '@nestjs/testing';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ComposeMail } from '../../../src/notification/compose-mail.js';
import { PersonalPages } from '../../../src/notification/personal-pages.js';
import type { DueDelivery } from '../../../src/notification/model/due-delivery.js';
import { Configuration } from '../../../src/platform/config/configuration.js';
import { Sealer } from '../../../src/platform/config/sealed.js';
import type { SmtpMailer } from '../../../src/platform/mail/smtp-mailer.js';
import { startInbox, type TestInbox } from '../../support/inbox.js';
import { invite, read, shape, tree } from './received.js';
import { verifySignature } from './signature.js';

const SECRET = 'a secret for tests, and for nothing else';
const configuration = new Configuration({ DATABASE_URL: 'x', SMTP_URL: 'x', FOYER_SECRET: SECRET, PUBLIC_URL: 'https://foyer.test', MAIL_FROM: 'invites@foyer.test' });
const sealer = new Sealer(SECRET);
const compose = new ComposeMail(configuration, sealer, new PersonalPages(configuration));

const due = (changes: Partial<DueDelivery> = {}, recipient: Partial<DueDelivery['recipient']> = {}, session: Partial<DueDelivery['session']> = {}): DueDelivery => ({
  id: 'b7a1d1f0-6c0e-4a58-9a3e-000000000001', kind: 'confirmation', status: 'queued', slotVersion: 1, sequence: 4, before: null, fence: 1, attempts: 0, confirmationId: null, toldAlready: false, addressStopped: false, message: null, invited: true,
  createdAt: new Date('2026-11-01T08:00:00Z'), now: new Date('2026-12-01T13:48:30Z'), ...changes,
  session: {
    id: 's', slug: 'pottery-x1y2z3', title: 'Töpfern & more', description: 'Bring clay.', theme: 'meeting', status: 'scheduled', timeZone: 'Europe/Berlin',
    startsAt: new Date('2026-12-01T14:00:00Z'), endsAt: new Date('2026-12-01T15:00:00Z'), hostName: 'Ada "Countess" Lovelace', hostEmail: 'ada@example.org', slotVersion: 1, ...session,
  },
  recipient: {
    remindersOff: false, id: '4f1c0000-0000-4000-8000-000000000001', role: 'attendee', email: 'Bo.Larsson@example.org', name: 'Bo Lärsson', timeZone: 'America/New_York', locale: 'en', status: 'confirmed',
    sealedToken: sealer.seal('t0k3n-t0k3n-t0k3n-t0k3n-27ch'), since: new Date('2026-10-30T08:00:00Z'), ...recipient,
  },
});

async function mailerTo(smtpUrl: string, dkim: Configuration['dkim'] = null): Promise<{ mailer: SmtpMailer; close: () => Promise<void> }> {
  const { MailerModule, MailerService } = await import('@nestjs-modules/mailer');
  const { mailerOptions, smtpWire } = await import('../../../src/platform/mail/mail.module.js');
  const { SmtpMailer } = await import('../../../src/platform/mail/smtp-mailer.js');
  const wire = smtpWire({ smtpUrl, dkim });
  const testing = await Test.createTestingModule({ imports: [MailerModule.forRoot(mailerOptions(wire))] }).compile();
  return { mailer: new SmtpMailer(testing.get(MailerService), wire), close: async () => { wire.close(); await testing.close(); } };
}

const pair = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
const keys = mkdtempSync(join(tmpdir(), 'foyer-test-dkim-'));
const key = { domain: 'foyer.test', selector: 'mail', keyFile: join(keys, 'key.pem') };
writeFileSync(key.keyFile, pair.privateKey);
afterAll(() => rmSync(keys, { recursive: true }));

describe('a mail, as a real SMTP server receives it', () => {
  let inbox: TestInbox;
  let sender: Awaited<ReturnType<typeof mailerTo>>;
  beforeAll(async () => {
    inbox = await startInbox();
    sender = await mailerTo(inbox.url);
  });
  afterAll(async () => {
    await sender?.close();
    await inbox?.stop();
  });
  const sent = async (delivery: DueDelivery) => {
    const already = inbox.messages.length;
    const outcome = await sender.mailer.send(compose.compose(delivery));
    expect(outcome.kind).toBe('accepted');
    return inbox.messages[already]!;
  };

  it('has text, HTML and calendar as alternatives, and the same object once more as a file', async () => {
    const { raw, text } = await sent(due());
    const root = tree(text);
    expect(shape(root)).toBe('multipart/mixed(multipart/alternative(text/plain,text/html,text/calendar),application/ics)');
    const [, , calendar] = root.children[0]!.children;
    const file = root.children[1]!;
    expect(calendar!.type).toBe('text/calendar; charset=utf-8; method=REQUEST');
    expect(file.type).toBe('application/ics; name=invite.ics');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename=invite.ics$/);
    const bytes = [calendar!, file].map((part) => {
      expect(part.headers.get('content-transfer-encoding')).toBe('base64');
      return Buffer.from(part.body, 'base64').toString();
    });
    expect(bytes[0]).toBe(bytes[1]);
    expect(bytes[0]!.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const { method, event } = await invite(raw);
    expect(method).toBe('REQUEST');
    expect(event.getFirstPropertyValue('uid')).toBe('reg-4f1c0000-0000-4000-8000-000000000001@foyer.test');
    expect(event.getFirstPropertyValue('sequence')).toBe(4);
    expect(event.getFirstPropertyValue('organizer')).toBe('mailto:invites@foyer.test');
    expect(event.getFirstPropertyValue('url')).toBe('https://foyer.test/j/t0k3n-t0k3n-t0k3n-t0k3n-27ch');
  });

  it('bears the promised headers and envelope', async () => {
    const mail = await sent(due());
    const { headers } = tree(mail.text);
    const email = await read(mail.raw);
    expect(mail.from).toBe('bounce+b7a1d1f0-6c0e-4a58-9a3e-000000000001@foyer.test');
    expect(mail.to).toEqual(['Bo.Larsson@example.org']);
    expect(email.from).toMatchObject({ name: "Ada 'Countess' Lovelace via Foyer", address: 'invites@foyer.test' });
    expect(email.to).toMatchObject([{ name: 'Bo Lärsson', address: 'Bo.Larsson@example.org' }]);
    expect(email.replyTo).toMatchObject([{ address: 'ada@example.org' }]);
    expect(email.subject).toBe('You are registered: Töpfern & more');
    expect(headers.get('message-id')).toBe('<b7a1d1f0-6c0e-4a58-9a3e-000000000001@foyer.test>');
    expect(headers.get('date')).toBe('Sun, 01 Nov 2026 08:00:00 +0000');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('x-auto-response-suppress')).toBe('OOF, AutoReply');
    expect(headers.get('content-language')).toBe('en');
    for (const absent of ['in-reply-to', 'references', 'list-unsubscribe', 'x-mailer', 'bcc', 'cc']) expect(headers.has(absent)).toBe(false);
  });

  it('of an update or a cancellation belongs to its confirmation', async () => {
    const update = tree((await sent(due({ id: 'u', kind: 'update', sequence: 5, confirmationId: 'c' }))).text);
    expect([update.headers.get('in-reply-to'), update.headers.get('references')]).toEqual(['<c@foyer.test>', '<c@foyer.test>']);
    const mail = await sent(due({ id: 'x', kind: 'cancellation', sequence: 6, confirmationId: 'c' }, {}, { status: 'cancelled' }));
    expect(tree(mail.text).headers.get('in-reply-to')).toBe('<c@foyer.test>');
    expect(tree(mail.text).children[0]!.children[2]!.type).toContain('method=CANCEL');
    const { method, file } = await invite(mail.raw);
    expect(method).toBe('CANCEL');
    const email = await read(mail.raw);
    expect(file).not.toContain('t0k3n');
    expect(file + email.text + email.html).not.toMatch(/\/j\/|\/calendar\//);
    // no way to the door any more, but still one to what is held about them
    for (const half of [email.text, email.html]) expect(half).toContain('/me/t0k3n');
  });

  it('that reminds has no calendar part, and the true minutes left', async () => {
    const mail = await sent(due({ id: 'r', kind: 'reminder' }));
    expect(shape(tree(mail.text))).toBe('multipart/alternative(text/plain,text/html)');
    expect((await read(mail.raw)).subject).toBe('Starts in 12 minutes: Töpfern & more');
    const { headers } = tree(mail.text);
    expect(headers.get('list-unsubscribe')).toMatch(/^<https:\/\/foyer\.test\/reminders-off\/[\w-]{48}>$/);
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  });

  it('is the same, byte for byte but for the boundaries, on each try', async () => {
    const plain = (text: string): string => text.replace(/--_NmP-[\w-]+|boundary="[^"]+"/g, '');
    const [one, two] = [await sent(due()), await sent(due({ attempts: 3, fence: 9 }))];
    expect(plain(one.text)).toBe(plain(two.text));
  });

  it('is signed where there is a key: the signature covers all that is read or acted on, and breaks with any of it', async () => {
    const signing = await mailerTo(inbox.url, key);
    try {
      for (const kind of ['confirmation', 'reminder'] as const) {
        const already = inbox.messages.length;
        await signing.mailer.send(compose.compose(due({ kind }, {}, { title: 'Töpfern & 粘土 '.repeat(9), description: 'Zeile  mit  Lücken \n\n\n.\nEnde' })));
        const { raw } = inbox.messages[already]!;
        const signature = verifySignature(raw, pair.publicKey);
        expect(signature).toMatchObject({ valid: true, bodyIntact: true, domain: 'foyer.test', selector: 'mail' });
        expect(signature.headers).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id', 'reply-to', 'content-type', 'mime-version', ...(kind === 'reminder' ? ['list-unsubscribe', 'list-unsubscribe-post'] : [])]));
        const altered = (from: RegExp, to: string): Buffer => Buffer.from(raw.toString('latin1').replace(from, to), 'latin1');
        expect(verifySignature(altered(/^Subject: /m, 'Subject: Re: '), pair.publicKey).valid).toBe(false);
        expect(verifySignature(Buffer.concat([raw, Buffer.from('more\r\n')]), pair.publicKey)).toMatchObject({ valid: false, bodyIntact: false });
      }
    } finally {
      await signing.close();
    }
  });

  it('lets nobody write headers or recipients, and expands no braces', async () => {
    const evil = 'x\r\nBcc: eve@evil.example\r\n\r\n{{constructor}}';
    const mail = await sent(due({ id: 'e' }, { name: evil }, { title: evil, hostName: evil, description: evil }));
    expect(mail.to).toEqual(['Bo.Larsson@example.org']);
    const { headers } = tree(mail.text);
    expect(headers.has('bcc')).toBe(false);
    expect((await read(mail.raw)).subject).toContain('{{constructor}}');
  });
});

describe('what becomes of a try', () => {
  /** Speaks as much SMTP as its script says, then does what it says. */
  async function scripted(answer: (command: string, socket: Socket, line: string) => string | null): Promise<{ url: string; server: Server }> {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      let inData = false;
      const say = (command: string, line = ''): void => {
        const words = answer(command, socket, line);
        if (words !== null) socket.write(`${words}\r\n`);
      };
      say('CONNECT');
      let rest = '';
      socket.on('data', (chunk) => {
        rest += chunk.toString();
        for (;;) {
          const end = inData ? rest.indexOf('\r\n.\r\n') : rest.indexOf('\r\n');
          if (end < 0) return;
          const line = rest.slice(0, end);
          rest = rest.slice(end + (inData ? 5 : 2));
          if (inData) { inData = false; say('DOT', line); } else { inData = line === 'DATA'; say(line.split(/[ :]/)[0]!.toUpperCase()); }
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`, server };
  }
  const usual: Record<string, string> = { CONNECT: '220 hello', EHLO: '250 hello', MAIL: '250 ok', RCPT: '250 ok', DATA: '354 go on', DOT: '250 2.0.0 queued', QUIT: '221 bye', RSET: '250 ok' };

  const outcomeWith = async (answer: (command: string, socket: Socket) => string | null | undefined): Promise<string> => {
    const { url, server } = await scripted((command, socket) => {
      const words = answer(command, socket);
      return words === undefined ? usual[command] ?? '500 what?' : words;
    });
    const { mailer, close } = await mailerTo(url);
    try {
      return (await mailer.send(compose.compose(due()))).kind;
    } finally {
      await close();
      server.close();
    }
  };
  const hangUp = (socket: Socket): null => { socket.destroy(); return null; };

  it.each<[string, string, (command: string, socket: Socket) => string | null | undefined]>([
    ['accepted', 'a 250 after the dot', () => undefined],
    ['refused', '550 at RCPT', (command) => (command === 'RCPT' ? '550 no such mailbox' : undefined)],
    ['refused', '554 after the dot', (command) => (command === 'DOT' ? '554 looks like spam' : undefined)],
    ['deferred', '451 at RCPT (greylisting)', (command) => (command === 'RCPT' ? '451 come back' : undefined)],
    ['deferred', '452 after the dot', (command) => (command === 'DOT' ? '452 mailbox full' : undefined)],
    ['transport', '554 in place of a greeting', (command) => (command === 'CONNECT' ? '554 go away' : undefined)],
    ['transport', '421 at MAIL FROM', (command) => (command === 'MAIL' ? '421 closing' : undefined)],
    ['transport', '530 at MAIL FROM', (command) => (command === 'MAIL' ? '530 who are you' : undefined)],
    ['transport', 'a connection lost before the greeting', (command, socket) => (command === 'CONNECT' ? hangUp(socket) : undefined)],
    ['transport', 'a connection lost before the mail', (command, socket) => (command === 'RCPT' ? hangUp(socket) : undefined)],
    ['unknown', 'a connection lost after the dot', (command, socket) => (command === 'DOT' ? hangUp(socket) : undefined)],
  ])('%s: %s', async (kind, _, answer) => {
    expect(await outcomeWith(answer)).toBe(kind);
  });

  it('transport, signed and read ahead or not: a connection lost while the server thinks about the recipient', async () => {
    const slowly = (command: string, socket: Socket): string | null => {
      if (command !== 'RCPT') return usual[command] ?? '500 what?';
      setTimeout(() => socket.destroy(), 300);
      return null;
    };
    for (const dkim of [null, key]) {
      const { url, server } = await scripted(slowly);
      const { mailer, close } = await mailerTo(url, dkim);
      expect((await mailer.send(compose.compose(due()))).kind).toBe('transport');
      await close();
      server.close();
    }
  });

  it('unknown, signed: a connection lost after the dot', async () => {
    const { url, server } = await scripted((command, socket) => (command === 'DOT' ? hangUp(socket) : usual[command] ?? '500 what?'));
    const { mailer, close } = await mailerTo(url, key);
    expect((await mailer.send(compose.compose(due()))).kind).toBe('unknown');
    await close();
    server.close();
  });

  it('accepted, and whole, by a server that thinks longer about a mail than a connection is kept between two', async () => {
    const mails: string[] = [];
    const slowly = (command: string, socket: Socket, line: string): string | null => {
      if (command === 'DOT') mails.push(line);
      if (command !== 'DATA') return usual[command] ?? '500 what?';
      setTimeout(() => socket.write('354 go on\r\n'), 300);
      return null;
    };
    const { url, server } = await scripted(slowly);
    const { SmtpWire } = await import('../../../src/platform/mail/smtp-wire.js');
    const wire = new SmtpWire({ url, dkim: null, idleMs: 50 });
    for (const _ of [1, 2]) expect(await wire.deliver({ from: 'a@foyer.test', to: 'b@example.org' }, Buffer.from('Subject: x\r\n\r\ny\r\n'))).toBe('250 2.0.0 queued');
    wire.close();
    server.close();
    // said into the midst of a mail, a word of ours would be its first line
    expect(mails).toEqual(['Subject: x\r\n\r\ny', 'Subject: x\r\n\r\ny']);
  });

  it('writes nothing of a mail before it may leave, though the server is ready', async () => {
    let ready: () => void = () => undefined;
    const isReady = new Promise<void>((resolve) => { ready = resolve; });
    const heard: string[] = [];
    const { url, server } = await scripted((command) => {
      heard.push(command);
      return usual[command] ?? '500 what?';
    });
    const { mailer, close } = await mailerTo(url);
    let leave: () => void = () => undefined;
    const sending = mailer.send({ messageId: '<x@foyer.test>', bounceTo: 'bounce@foyer.test', to: { name: '', address: 'bo@example.org' }, raw: Buffer.from('Subject: x\r\n\r\ny\r\n') },
      () => new Promise<void>((may) => { leave = may; ready(); }));
    await isReady;
    expect(heard.at(-1)).toBe('DATA');
    leave();
    expect((await sending).kind).toBe('accepted');
    expect(heard.at(-1)).toBe('DOT');
    await close();
    server.close();
  });

  it('transport: nobody listens', async () => {
    const { url, server } = await scripted(() => null);
    await new Promise((resolve) => server.close(resolve));
    const { mailer, close } = await mailerTo(url);
    expect((await mailer.send(compose.compose(due()))).kind).toBe('transport');
    await close();
  });
});
