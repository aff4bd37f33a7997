import fc from 'fast-check';
import MailComposer from 'nodemailer/lib/mail-composer';
import { ComposeMail } from '../../../src/notification/compose-mail.js';
import { LANGUAGES } from '../../../src/notification/letters/languages.js';
import type { DueDelivery, LetterKind, ToldSession } from '../../../src/notification/model/due-delivery.js';
import { PersonalPages } from '../../../src/notification/personal-pages.js';
import { Configuration } from '../../../src/platform/config/configuration.js';
import { newToken, Sealer } from '../../../src/platform/config/sealed.js';
import { asOptions } from '../../../src/platform/mail/mail-options.js';
import type { OutgoingMail } from '../../../src/platform/mail/mailer.js';
import { read, shape, tree } from './received.js';

const SECRET = 'a secret for tests, and for nothing else';
const configuration = new Configuration({ DATABASE_URL: 'x', SMTP_URL: 'x', FOYER_SECRET: SECRET, PUBLIC_URL: 'https://foyer.test', MAIL_FROM: 'invites@foyer.test' });
const sealer = new Sealer(SECRET);
const compose = new ComposeMail(configuration, sealer, new PersonalPages(configuration));

const KINDS: readonly LetterKind[] = ['confirmation', 'update', 'link-again', 'link-rotated', 'reminder', 'cancellation', 'pending', 'denied', 'waitlisted', 'offered', 'offer-lapsed', 'invitation', 'host-missing'];
const session: ToldSession = {
  id: 's', slug: 'pottery-x1y2z3', title: 'Töpfern, 粘土 & <b>more</b> – = "x"', description: 'Bring clay.\n.\nFrom me  \n=20 &amp; {{x}}', theme: 'meeting', status: 'scheduled', timeZone: 'Europe/Berlin',
  startsAt: new Date('2026-12-01T14:00:00Z'), endsAt: new Date('2026-12-01T15:00:00Z'), hostName: 'Ada “Countess” Lovelace', hostEmail: 'ada@example.org', slotVersion: 1,
};

const delivery = fc.record({
  id: fc.uuid(), kind: fc.constantFrom(...KINDS), sequence: fc.nat(1_000), attempts: fc.nat(9), fence: fc.nat(9),
  createdAt: fc.date({ min: new Date('2026-10-01'), max: new Date('2026-12-01'), noInvalidDate: true }), confirmationId: fc.option(fc.uuid()),
  before: fc.option(fc.constant({ startsAt: '2026-11-30T14:00:00.000Z', endsAt: '2026-11-30T15:00:00.000Z', timeZone: 'Europe/Berlin' })),
  now: fc.date({ min: new Date('2026-12-01T13:30:00Z'), max: new Date('2026-12-01T13:59:00Z'), noInvalidDate: true }),
  recipient: fc.record({
    id: fc.uuid(), role: fc.constantFrom('attendee', 'host', 'speaker'),
    email: fc.oneof(fc.constantFrom('bo@example.org', 'Bo.Larsson+x=y@example.org', "o'neill&sons@sub.example.org", 'a@b', 'bø@example.org', '"odd one"@example.org', 'bo@exämple.org'), fc.emailAddress()),
    name: fc.oneof(
      fc.constantFrom('', ' ', 'Bo', 'From me', '.', '..dots', '=3D', 'Bo "The" <b>O’Neil</b> & Söhne', 'x\r\nBcc: eve@evil.example\r\n\r\n<p>', 'www.evil.example', '大久保 利通', '{{constructor}}', '$& $1 $`', '😀'.repeat(90), 'Ω'.repeat(79), 'a, b; c: d\\n', '=?utf-8?q?x?=', '\ud800', '^n^^'),
      fc.string({ unit: 'binary', maxLength: 120 })),
    timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Tokyo'), locale: fc.constantFrom(...Object.keys(LANGUAGES), 'en-US', 'xx'), status: fc.constant('confirmed' as const),
    sealed: fc.boolean(), since: fc.date({ min: new Date('2026-09-01'), max: new Date('2026-10-01'), noInvalidDate: true }), remindersOff: fc.constant(false),
  }),
});

/** Everything that a reader's program sees. */
async function seen(raw: Buffer): Promise<object> {
  const { headers, headerLines: _order, ...email } = await read(raw);
  const root = tree(raw.toString('latin1'));
  const fields = [...root.headers].filter(([name]) => !['content-type', 'to', 'from', 'reply-to', 'subject'].includes(name)).map(([name, value]) => `${name}: ${value}`);
  return {
    // the parser gives a text one line end more where it came in another encoding
    ...email, text: email.text?.trimEnd(), html: email.html?.trimEnd(), shape: shape(root), fields: fields.sort(), names: headers.map(({ key }) => key).sort(),
    attachments: email.attachments.map(({ content, ...about }) => ({ ...about, content: Buffer.from(content as ArrayBuffer).toString() })),
  };
}

describe('a mail filled into its form', () => {
  const build = (mail: OutgoingMail): Promise<Buffer> => new MailComposer(asOptions(mail) as object).compile().build();

  it('is to its reader the same as one built for them alone, whatever people are called', async () => {
    let filled = 0;
    await fc.assert(fc.asyncProperty(delivery, async ({ recipient: { sealed, ...recipient }, ...rest }) => {
      const token = newToken();
      const due: DueDelivery = {
        status: 'queued', slotVersion: 1, toldAlready: false, addressStopped: false, message: null, invited: true, session, ...rest,
        recipient: { ...recipient, sealedToken: sealed || recipient.role === 'attendee' ? sealer.seal(token) : null },
      };
      const [finished, plain] = [compose.finished(due), compose.compose(due)];
      if (!('raw' in finished)) return; // an address that goes the long way
      filled += 1;
      expect([finished.messageId, finished.bounceTo, finished.to]).toEqual([plain.messageId, plain.bounceTo, plain.to]);
      const raw = finished.raw.toString('latin1');
      for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
      // eslint-disable-next-line no-control-regex
      expect(raw).not.toMatch(/[^\x00-\x7f]|(?<!\r)\n|\r(?!\n)|x[0-9a-f]{16}x/);
      expect(await seen(finished.raw)).toEqual(await seen(await build(plain)));
    }), { numRuns: Number(process.env['RUNS'] ?? 300) });
    expect(filled).toBeGreaterThan(50);
  }, 120_000);

  it('shows nobody what is another’s, and is a new one where anything of all has changed', () => {
    const due = (id: string, name: string, changes: Partial<DueDelivery> = {}): DueDelivery => ({
      id, kind: 'confirmation', status: 'queued', slotVersion: 1, sequence: 0, createdAt: new Date('2026-11-01T08:00:00Z'), before: null, fence: 1, attempts: 0, confirmationId: null,
      toldAlready: false, addressStopped: false, message: null, invited: true, now: new Date('2026-12-01T13:48:30Z'), session,
      recipient: { id, role: 'attendee', email: `${name}@example.org`, name, timeZone: 'UTC', locale: 'en', status: 'confirmed', sealedToken: sealer.seal(`token-of-${name}`), since: new Date('2026-10-30T08:00:00Z'), remindersOff: false },
      ...changes,
    });
    const text = (one: DueDelivery): string => (compose.finished(one) as { raw: Buffer }).raw.toString('latin1').replaceAll('=\r\n', '');
    const [first, second] = [text(due('4f1c0000-0000-4000-8000-000000000001', 'first')), text(due('4f1c0000-0000-4000-8000-000000000002', 'second'))];
    expect(first).toContain('token-of-first');
    expect(second).toContain('token-of-second');
    expect(second).not.toMatch(/first|000000000001/i);
    // a field that comes to a delivery one day, and that a letter shows, must not be shared by accident
    const forms = (compose as unknown as { forms: WeakMap<ToldSession, Map<string, unknown>> }).forms.get(session)!;
    const before = forms.size;
    text({ ...due('4f1c0000-0000-4000-8000-000000000003', 'third'), message: 'for third alone' } as DueDelivery);
    expect(forms.size).toBe(before + 1);
    expect(text(due('4f1c0000-0000-4000-8000-000000000004', 'fourth', { session: { ...session, title: 'Another title' } }))).toContain('Another title');
  });
});
