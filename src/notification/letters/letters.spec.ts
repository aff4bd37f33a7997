import fc from 'fast-check';
import { lookOf } from '../../../client/look.js';
import { cancellation } from './cancellation.js';
import { confirmation } from './confirmation.js';
import type { LetterData } from './letter.js';
import { denied, pending, waitlisted } from './awaiting-a-seat.js';
import { invitation } from './invitation.js';
import { linkAgain } from './link-again.js';
import { linkRotated } from './link-rotated.js';
import { offerLapsed, offered } from './offer.js';
import { reminder } from './reminder.js';
import { update } from './update.js';

const joinUrl = 'https://foyer.example/j/4QZkVYx0nQ0k7VQ1uH1zJ1mFz5w';
const data: LetterData = {
  to: 'attendee',
  recipientName: 'Bo',
  recipientZone: 'America/New_York',
  locale: 'en',
  title: 'Pottery & clay',
  description: 'Bring an apron.',
  hostName: 'Ada',
  time: { startsAt: new Date('2026-12-01T14:00:00Z'), endsAt: new Date('2026-12-01T15:30:00Z'), timeZone: 'Europe/Berlin' },
  joinUrl,
  linkIsPersonal: true,
  pageUrl: 'https://foyer.example/s/pottery-clay-x1y2z3',
};

/** What a reader sees of the HTML: the tags gone, the entities read. */
const seen = (html: string): string =>
  html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ').replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replace(/\s+/g, ' ');

describe('a letter', () => {
  it.each([['confirmation', confirmation], ['update', update], ['link-again', linkAgain], ['link-rotated', linkRotated], ['reminder', reminder]] as const)(
    '(%s) is complete in its plain text alone: title, both times, link, and that the link is personal', (_, write) => {
      const { text, html } = write({ ...data, before: undefined, minutesLeft: 12 });
      for (const half of [text.replace(/\s+/g, ' '), seen(html)]) {
        expect(half).toContain('Pottery & clay');
        expect(half).toContain('Tuesday, 1 December 2026, 09:00 – 10:30');
        expect(half).toContain('America/New York (Eastern Standard Time, GMT-5), your time');
        expect(half).toContain('Tuesday, 1 December 2026, 15:00 – 16:30');
        expect(half).toContain('Europe/Berlin (Central European Standard Time, GMT+1), session’s time');
        expect(half).toContain(joinUrl);
        expect(half).toContain('please don’t share it');
        expect(half).toContain('https://foyer.example/s/pottery-clay-x1y2z3');
      }
    });

  it('has its button and its links in the workspace’s colour, by day and by night', () => {
    const { day, night } = lookOf('#ffe000');
    const { html } = confirmation({ ...data, accent: '#ffe000' });
    expect(html).toContain(`background:${day.accent};color:${day.on}`);
    expect(html).toContain(`.door { background: ${night.accent} !important; color: ${night.on} !important; }`);
    expect(html).not.toContain('#17503f'); // the house's own
    expect(html).not.toContain('#f4b95c');
    expect(confirmation(data).html).toContain('background:#17503f;color:#fffaf0');
  });

  it('names one zone where the reader lives in the session’s own', () => {
    const { text } = confirmation({ ...data, recipientZone: 'Europe/Berlin' });
    expect(text.match(/Berlin/g)).toHaveLength(1);
    expect(text).not.toContain('your time');
  });

  it('writes the hours as the reader’s country does, and the date of the end where that is another day', () => {
    expect(confirmation({ ...data, locale: 'en-US' }).text).toMatch(/Tuesday, December 1, 2026, 9:00\sAM – 10:30\sAM/);
    expect(confirmation({ ...data, recipientZone: 'Asia/Tokyo' }).text).toContain('Tuesday, 1 December 2026, 23:00 – 00:30 (Wednesday, 2 December 2026)');
  });

  it('falls back to the session’s zone and to English for readers whose browser told nonsense', () => {
    const { text, language } = confirmation({ ...data, recipientZone: 'Mars/Base', locale: 'x_!!' });
    expect(text).toContain('15:00 – 16:30');
    expect(language).toBe('en');
  });

  it('about a new time shows the old one struck out, then the new one', () => {
    const { subject, text, html } = update({ ...data, before: { ...data.time, startsAt: new Date('2026-11-30T14:00:00Z'), endsAt: new Date('2026-11-30T15:30:00Z') } });
    expect(subject).toBe('New time: Pottery & clay');
    expect(text.indexOf('Before: Monday, 30 November 2026, 09:00')).toBeGreaterThan(0);
    expect(text.indexOf('Now: Tuesday, 1 December 2026, 09:00')).toBeGreaterThan(text.indexOf('Before:'));
    expect(html).toMatch(/line-through[^>]*>\s*Monday, 30 November/);
  });

  it('offers Google, Outlook and Microsoft 365 beside the attached file', () => {
    const { html, text } = confirmation(data);
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => new URL(href!.replaceAll('&amp;', '&')));
    const google = links.find(({ hostname }) => hostname === 'calendar.google.com')!;
    expect(google.searchParams.get('dates')).toBe('20261201T140000Z/20261201T153000Z');
    expect(google.searchParams.get('text')).toBe('Pottery & clay');
    expect(google.searchParams.get('location')).toBe(joinUrl);
    const outlook = links.find(({ hostname }) => hostname === 'outlook.live.com')!;
    expect(outlook.searchParams.get('startdt')).toBe('2026-12-01T14:00:00.000Z');
    expect(outlook.href).not.toContain('+');
    expect(text).toContain('invite.ics');
  });

  it('that reminds says how many minutes are left, or that the doors are open', () => {
    expect(reminder({ ...data, minutesLeft: 12 }).subject).toBe('Starts in 12 minutes: Pottery & clay');
    expect(reminder({ ...data, minutesLeft: 0 }).subject).toBe('Starts in 1 minute: Pottery & clay');
    expect(reminder({ ...data, minutesLeft: 12, live: true }).subject).toBe('It has begun: Pottery & clay');
  });

  it.each(['en', 'de', 'fr', 'es', 'pt', 'ja'])('(%s) to who only watches speaks of no camera and no sound to check; to all others who are let in it does', (locale) => {
    const check = /camera|Kamera|caméra|cámara|câmera|カメラ/;
    const there = { ...data, locale, minutesLeft: 12 };
    expect(reminder(there).text).toMatch(check);
    for (const write of [confirmation, reminder]) {
      const [all, watching] = [write(there), write({ ...there, onlyWatches: true })];
      expect(watching.text).not.toMatch(check);
      expect(watching.text).not.toBe(all.text);
      expect(watching.text).toContain('Ada');
      expect(watching.subject).toBe(all.subject);
    }
    for (const to of ['host', 'speaker'] as const) expect(reminder({ ...there, to }).text).toMatch(check);
  });

  it('of cancellation holds no link to join, whatever it is given', () => {
    for (const cancelled of ['session', 'registration', 'denied', 'revoked', 'team'] as const) {
      const { text, html } = cancellation({ ...data, cancelled });
      expect(text + html).not.toContain('/j/');
      expect(text).toContain('Was planned for: Tuesday, 1 December 2026');
    }
  });

  it('does not pass on a text that someone entered as a stranger’s name', () => {
    for (const name of ['Win at evil.example', 'http://evil', 'www.evil', 'mail me@evil']) {
      expect(confirmation({ ...data, recipientName: name }).text.split('\n')[0]).toBe('Hello,');
    }
    expect(confirmation({ ...data, recipientName: 'Dr. Ana María' }).text.split('\n')[0]).toBe('Hello Dr. Ana María,');
    expect(confirmation({ ...data, recipientName: 'x'.repeat(500) }).text.split('\n')[0]!.length).toBeLessThan(70);
  });

  it('lets no tag, attribute or line into itself, whatever people type', () => {
    const frame = confirmation({ ...data, title: 'x', description: '', hostName: 'x', recipientName: 'x' }).html;
    const tags = (html: string): number => (html.match(/</g) ?? []).length;
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '{{title}}', '</style><b>', "' onmouseover='x", 'a\r\nBcc: eve@evil.example', '&lt;b&gt;', '<!--'),
    );
    fc.assert(fc.property(hostile, hostile, hostile, (title, hostName, recipientName) => {
      const { html, subject } = confirmation({ ...data, title, hostName, recipientName, description: '' });
      expect(tags(html)).toBe(tags(frame));
      expect(subject).not.toMatch(/[\r\n\0]/); // eslint-disable-line no-control-regex
    }), { numRuns: 300 });
  });

  it('tells a host about the room, not about a personal link', () => {
    const { text } = reminder({ ...data, to: 'host', linkIsPersonal: false, minutesLeft: 30, joinUrl: 'https://foyer.example/room/pottery' });
    expect(text).toContain('https://foyer.example/room/pottery');
    expect(text).not.toContain('don’t share');
  });

  it('says where an answer goes to whoever may answer somebody else: to who planned it there is nobody else', () => {
    for (const to of ['attendee', 'speaker', 'host'] as const) expect(invitation({ ...data, to }).text).toContain('An answer to this mail goes to Ada.');
    expect(reminder({ ...data, to: 'host', linkIsPersonal: false }).text).not.toContain('An answer');
  });

  it('does not tell who was taken off the team that they are on it', () => {
    const { text } = cancellation({ ...data, to: 'speaker', cancelled: 'team' });
    expect(text).toContain('no longer on the team');
    expect(text).not.toContain('because you are');
    expect(cancellation({ ...data, to: 'speaker', cancelled: 'session' }).text).toContain('because you are a speaker');
  });

  it('to who has no seat yet, or none at all, has no link and nothing for the calendar, and does not say that it is over', () => {
    for (const write of [pending, denied, waitlisted]) {
      const { text, html } = write({ ...data, calendarFileUrl: 'https://foyer.example/calendar/x.ics' });
      expect(text + html).not.toMatch(/\/j\/|calendar|invite\.ics/);
      expect(text).toContain('When: Tuesday, 1 December 2026, 09:00');
    }
    expect(pending(data).text).toContain('Ada looks at each registration in person');
    expect(waitlisted(data).subject).toBe('You are on the waitlist: Pottery & clay');
    expect(denied(data).text).toContain('no seat for you');
  });

  it('after an approval that was taken back says so, unlike one that the person asked for', () => {
    expect(cancellation({ ...data, cancelled: 'denied' }).text).toContain('Ada cannot keep your seat after all');
    expect(cancellation({ ...data, cancelled: 'registration' }).text).toContain('Your seat is free again');
    expect(cancellation({ ...data, cancelled: 'revoked' }).text).toContain('Ada has taken your link back');
  });

  it('brings what the organizer wrote, as it was written, and escaped', () => {
    const { text, html } = denied({ ...data, message: 'Sorry, <b>Bo</b>.\nNext time!' });
    expect(text).toContain('Ada writes:\n  Sorry, <b>Bo</b>.\n  Next time!');
    expect(html).toContain('Sorry, &lt;b>Bo&lt;/b>.');
    expect(html).not.toContain('<b>');
  });

  it('of a new link says that the old one is dead', () => {
    expect(linkRotated(data).text).toContain('The old one no longer opens anything');
  });

  it('that invites a host or a speaker says what they may do, and that the link is theirs alone', () => {
    const [host, speaker] = [invitation({ ...data, to: 'host' }), invitation({ ...data, to: 'speaker' })];
    expect([host.subject, speaker.subject]).toEqual(['You are a host: Pottery & clay', 'You are a speaker: Pottery & clay']);
    for (const { text } of [host, speaker]) {
      expect(text).toContain(joinUrl);
      expect(text).toContain('please don’t share it');
      expect(text).toContain('no account');
    }
  });

  it('that reminds far ahead speaks of hours or days', () => {
    expect([90, 119, 120, 1439, 2880, 10_080].map((minutesLeft) => reminder({ ...data, minutesLeft }).subject.split(':')[0])).toEqual([
      'Starts in 90 minutes', 'Starts in 119 minutes', 'Starts in 2 hours', 'Starts in 24 hours', 'Starts in 2 days', 'Starts in 7 days',
    ]);
  });

  it('that reminds leads to where reminders end; the others do not', () => {
    const remindersOffUrl = 'https://foyer.example/reminders-off/x';
    for (const half of [reminder({ ...data, remindersOffUrl }).text, reminder({ ...data, remindersOffUrl }).html]) expect(half).toContain(remindersOffUrl);
    expect(confirmation(data).text).not.toContain('reminders');
  });

  it('offers a seat until an hour on the reader’s own clock, and leads to the page that asks; the way in is not in it', () => {
    const ownPageUrl = 'https://foyer.example/me/x';
    const { subject, text, html } = offered({ ...data, ownPageUrl, offeredUntil: new Date('2026-11-30T20:00:00Z') });
    expect(subject).toBe('A seat is free for you: Pottery & clay');
    for (const half of [text, seen(html)]) {
      expect(half).toContain('Monday');
      expect(half).toMatch(/30 November 2026, 15:00, America\/New York/);
    }
    expect(`${text} ${html}`).not.toContain(joinUrl);
    expect(html).toContain(`href="${ownPageUrl}"`);
    const gone = offerLapsed({ ...data, ownPageUrl });
    expect([gone.subject, `${gone.text} ${gone.html}`.includes(ownPageUrl), gone.text.includes(data.pageUrl)]).toEqual(['Your seat has gone on: Pottery & clay', false, true]);
  });

  it('leads a registrant to the page about themselves, from every mail', () => {
    const ownPageUrl = 'https://foyer.example/me/x';
    for (const write of [confirmation, update, linkAgain, linkRotated, reminder, cancellation, pending, denied, waitlisted, offered]) {
      const { text, html } = write({ ...data, ownPageUrl });
      for (const half of [text, html]) expect(half).toContain(ownPageUrl);
    }
    expect(invitation({ ...data, to: 'speaker' }).text).not.toContain('/me/');
  });

  it.each([
    ['de', 'Sie sind angemeldet', 'Dienstag, 1. Dezember 2026, 15:00 – 16:30', '1 Stunde 30 Minuten', 'Beginnt in 12 Minuten'],
    ['fr-CA', 'Vous êtes inscrit·e', 'mardi 1 décembre 2026', '1 heure 30 minutes', 'Début dans 12 minutes'],
    ['es-MX', 'Tu inscripción está confirmada', 'martes, 1 de diciembre de 2026', '1 hora 30 minutos', 'Empieza dentro de 12 minutos'],
    ['pt-BR', 'Inscrição confirmada', 'terça-feira, 1 de dezembro de 2026', '1 hora 30 minutos', 'Começa em 12 minutos'],
    ['ja', 'お申し込みを承りました', '2026年12月1日火曜日', '1 時間 30 分', '12 分後に始まります'],
  ])('in %s is in that language from its subject to its dates', (locale, subject, date, lasts, starts) => {
    const there = { ...data, locale, recipientZone: 'Europe/Berlin', minutesLeft: 12 };
    const letter = confirmation(there);
    expect(letter.subject).toContain(subject);
    expect(letter.text).toContain(date);
    expect(letter.text.replace(/\s/g, ' ')).toContain(lasts);
    expect(letter.language).toBe(locale.split('-')[0]);
    expect(letter.html).toContain(`<html lang="${letter.language}">`);
    expect(reminder(there).subject.replace(/\s/g, ' ')).toContain(starts);
    for (const write of [confirmation, update, linkAgain, linkRotated, reminder, cancellation, pending, denied, waitlisted, offered, offerLapsed, invitation]) {
      expect(write({ ...there, title: 'X', description: '', hostName: 'Y', recipientName: 'Z' }).text).not.toMatch(/\b(the|your|you|session|link again)\b.*\b(the|your|you|is|to)\b/i);
    }
  });
});
