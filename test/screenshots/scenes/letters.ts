import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Email } from 'postal-mime';
import { root } from '../../../embedded/folder.ts';
import { until, wallTimeIn } from '../../journeys/set.ts';
import { read } from '../../use-cases/notification/received.ts';
import type { Camera } from '../camera.ts';
import { ANSWERS, type Cast, type Session } from '../cast.ts';
import { late } from '../missed.ts';

/** One language of the attendee's mails, and somebody who reads it. */
const READERS = [
  { language: 'en', locale: 'en-GB', timeZone: 'Europe/London', name: 'Ada Lovelace' },
  { language: 'de', locale: 'de-DE', timeZone: 'Europe/Berlin', name: 'Käthe Paulus' },
  { language: 'ja', locale: 'ja-JP', timeZone: 'Asia/Tokyo', name: '大江 健三郎' },
];
const LONG_TITLE = 'Frequenzsprungverfahrensweiterentwicklung, explained by those who play the piano without ever touching it';

/** Each mail as a mail program shows it, and its plain half as a file beside the pictures. */
export async function letters(cast: Cast, camera: Camera): Promise<void> {
  const { page } = await cast.person('Ada Lovelace');
  const mails = new Mails(cast, camera, page);
  // the longest wait of all, so it begins first: the reminder comes half an hour before the start, to who had registered by then
  const soon = await cast.schedules('Stars over New York', 32, { theme: 'webinar' });
  for (const reader of READERS) await mails.registers(soon, reader, 'soon');
  const own = await cast.schedules('Stars over New York', 25, { theme: 'webinar' });
  await ofARegistration(cast, mails);
  const full = await ofDecisions(cast, mails);
  await ofTheTeam(cast, mails);
  await ofAnAccount(cast, mails);
  await mails.show('reminder-host', 'hedy@example.org', /starts in/i);
  for (const reader of READERS) await mails.show(`reminder-${reader.language}`, `${reader.language}@soon.example`, 2);
  await sentAgain(cast, mails, full);
  await cast.api('POST', `/api/sessions/${soon.id}/cancel`);
  await cast.api('POST', `/api/sessions/${own.id}/cancel`);
}

/** Registered, moved, sent again, given a new link, withdrawn, cancelled. */
async function ofARegistration(cast: Cast, mails: Mails): Promise<void> {
  const session = await cast.schedulesWithQuestions();
  await cast.registersWithAnswers(session, 'Leaver', 'leaver@letters.example');
  for (const reader of READERS) {
    await mails.registers(session, reader, 'letters', ANSWERS);
    await mails.show(`confirmation-${reader.language}`, `${reader.language}@letters.example`, 1);
  }
  const link = await mails.link('leaver@letters.example');
  await cast.asks('POST', '/api/registrant/withdraw', { token: link.split('/').at(-1) });
  await mails.show('cancellation-withdrawn', 'leaver@letters.example', 2);
  await cast.api('PATCH', `/api/sessions/${session.id}`, { wallTime: wallTimeIn(5 * 24 * 60, 'Asia/Tokyo'), timeZone: 'Asia/Tokyo' }, { 'if-match': `"${session.version}"` });
  for (const { language } of READERS) await mails.show(`update-${language}`, `${language}@letters.example`, 2);
  const { items } = await cast.api<{ items: { id: string; email: string }[] }>('GET', `/api/sessions/${session.id}/registrations?search=en@letters.example`);
  await cast.api('POST', `/api/sessions/${session.id}/registrations/${items[0]!.id}/rotate-link`, {});
  await mails.show('link-rotated', 'en@letters.example', 3);
  await cast.api('POST', `/api/sessions/${session.id}/cancel`);
  await mails.show('cancellation-session', 'en@letters.example', 4);
}

/** Waiting for an answer or for a seat; denied at once, and after a seat was given; and a title that does not want to fit. */
async function ofDecisions(cast: Cast, mails: Mails): Promise<Session> {
  const picky = await cast.schedules(LONG_TITLE, 3 * 24 * 60, { registration: { fields: [], approval: true } });
  for (const who of ['never', 'once']) await cast.registers(picky, 'Ada Lovelace', `${who}@decided.example`);
  await mails.show('pending', 'never@decided.example', 1);
  const { items } = await cast.api<{ items: { id: string; email: string }[] }>('GET', `/api/sessions/${picky.id}/registrations`);
  const decide = (how: 'approve' | 'deny', who: string, message: string): Promise<unknown> =>
    cast.api('POST', `/api/sessions/${picky.id}/registrations/${how}`, { ids: items.filter(({ email }) => email.startsWith(who)).map(({ id }) => id), message });
  await decide('deny', 'never', 'Thank you for writing.\nThis one is for pianists; the next evening is for everybody, and I hope to see you there.');
  await mails.show('denied', 'never@decided.example', 2);
  await decide('approve', 'once', 'See you there! Bring https://example.org/a-rather-long-address-that-no-phone-can-show-on-one-line/and-it-goes-on.');
  await mails.show('confirmation-long', 'once@decided.example', 2);
  await decide('deny', 'once', '');
  await mails.show('cancellation-denied', 'once@decided.example', 3);
  const full = await cast.schedules('One seat at the observatory', 3 * 24 * 60, { registration: { fields: [], capacity: 1 } });
  for (const who of ['first', 'second']) await cast.registers(full, 'Ada Lovelace', `${who}@full.example`);
  await mails.show('waitlisted', 'second@full.example', 1);
  return full;
}

/** Named as a host or a speaker, sent the link again, taken off; and called, because nobody came to open the doors. */
async function ofTheTeam(cast: Cast, mails: Mails): Promise<void> {
  const session = await cast.schedules('Frequency hopping, explained', 12, { description: 'How a player piano led to a radio that nobody can jam.' });
  const named = new Map<string, string>();
  for (const role of ['host', 'speaker']) {
    const { id } = await cast.api<{ id: string }>('POST', `/api/sessions/${session.id}/team`, { role, name: 'Grace Hopper', email: `${role}@named.example` });
    named.set(role, id);
    await mails.show(`invitation-${role}`, `${role}@named.example`, 1);
  }
  await cast.api('DELETE', `/api/sessions/${session.id}/team/${named.get('speaker')}`);
  await mails.show('cancellation-team', 'speaker@named.example', 2);
  await late(cast, session);
  await mails.show('host-missing', 'host@named.example', /is here/i);
}

/** Asked for a minute after the last one, or it would be that one still. */
async function sentAgain(cast: Cast, mails: Mails, session: Session): Promise<void> {
  const { items } = await cast.api<{ items: { id: string; email: string }[] }>('GET', `/api/sessions/${session.id}/registrations`);
  const first = items.find(({ email }) => email.startsWith('first'))!;
  const told = cast.set.inbox.messages.find(({ to }) => to.includes(first.email))!;
  await until('a minute has passed', 90_000, async () => Date.now() - told.receivedAt > 65_000 || 'not yet');
  await cast.api('POST', `/api/sessions/${session.id}/registrations/${first.id}/send-again`, {});
  await mails.show('link-again', first.email, 2);
}

/** About an account, and the test of the mails themselves. */
async function ofAnAccount(cast: Cast, mails: Mails): Promise<void> {
  await mails.show('account-confirmation', 'hedy@example.org', /your address/i);
  await cast.asks('POST', '/api/identity/sign-in-link', { email: 'hedy@example.org' });
  await mails.show('account-sign-in', 'hedy@example.org', /sign in/i);
  await cast.api('POST', '/api/identity/invitations', { email: 'member@letters.example', role: 'host' });
  await mails.show('account-invitation', 'member@letters.example', 1);
  await cast.api('POST', '/api/mail-test', {});
  await mails.show('test-mail', 'hedy@example.org', /test mail/i);
}

/** The mailboxes of the scene. */
class Mails {
  constructor(private readonly cast: Cast, private readonly camera: Camera, private readonly page: Page) {}

  registers({ slug }: Session, { language, name, timeZone, locale }: (typeof READERS)[number], where: string, answers: object = {}): Promise<unknown> {
    return this.cast.asks('POST', `/api/public/sessions/${slug}/registrations`, { email: `${language}@${where}.example`, name, answers, timeZone, locale });
  }

  /** @param which its subject, or the how many-th mail to that address it is */
  async show(name: string, to: string, which: RegExp | number): Promise<void> {
    const { subject, text, html } = await this.mail(to, which);
    await this.page.setContent(html);
    await this.camera.take(`mail-${name}`, this.page);
    writeFileSync(join(root, 'screenshots', `mail-${name}.txt`), `Subject: ${subject}\n\n${text}`);
  }

  async link(to: string): Promise<string> {
    const { text } = await this.mail(to, 1);
    return /https?:\/\/\S+\/j\/\S+/.exec(text)?.[0] ?? '';
  }

  private async mail(to: string, which: RegExp | number): Promise<{ subject: string; text: string; html: string }> {
    let found: Email | undefined;
    await until(`the mail ${which} to ${to}`, 150_000, async () => {
      const theirs = await Promise.all(this.cast.set.inbox.messages.filter((mail) => mail.to.includes(to)).map(({ raw }) => read(raw)));
      found = typeof which === 'number' ? theirs[which - 1] : theirs.find(({ subject = '' }) => which.test(subject));
      return found ? true : `${theirs.length} came: ${theirs.map(({ subject }) => subject).join(', ')}`;
    });
    const { subject = '', text = '', html = '' } = found!;
    return { subject, text, html };
  }
}
