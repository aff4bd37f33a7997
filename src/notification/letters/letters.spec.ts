import fc from 'fast-check';
import { cancellation } from './cancellation.js';
import { confirmation } from './confirmation.js';
import type { LetterData } from './letter.js';
import { linkAgain } from './link-again.js';
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
  pageUrl: 'https://foyer.example/s/pottery-clay-x1y2z3',
};

/** What a reader sees of the HTML: the tags gone, the entities read. */
const seen = (html: string): string =>
  html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ').replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replace(/\s+/g, ' ');

describe('a letter', () => {
  it.each([['confirmation', confirmation], ['update', update], ['link-again', linkAgain], ['reminder', reminder]] as const)(
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
    expect(reminder({ ...data, minutesLeft: 0 }).subject).toBe('Starts in one minute: Pottery & clay');
    expect(reminder({ ...data, minutesLeft: 12, live: true }).subject).toBe('It has begun: Pottery & clay');
  });

  it('of cancellation holds no link to join, whatever it is given', () => {
    for (const cancelled of ['session', 'registration'] as const) {
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
    const { text } = reminder({ ...data, to: 'host', minutesLeft: 30, joinUrl: 'https://foyer.example/room/pottery' });
    expect(text).toContain('https://foyer.example/room/pottery');
    expect(text).not.toContain('don’t share');
  });
});
