import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarFile, type CalendarEntry } from './calendar-file.js';

const entry: CalendarEntry = {
  method: 'REQUEST',
  uid: 'reg-4f1c@foyer.example',
  sequence: 3,
  stampedAt: new Date('2026-11-01T08:00:00Z'),
  createdAt: new Date('2026-10-30T08:00:00Z'),
  startsAt: new Date('2026-12-01T14:00:00Z'),
  endsAt: new Date('2026-12-01T15:00:00Z'),
  summary: 'Pottery, for beginners; part 1',
  description: 'Bring clay.\nJoin: https://foyer.example/j/abc',
  joinUrl: 'https://foyer.example/j/abc',
  joinLabel: 'Join',
  organizer: { name: 'Ada', address: 'invites@foyer.example' },
  attendee: { name: 'Bo', address: 'bo@example.org', answer: 'ACCEPTED' },
};

const read = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const [event, ...others] = calendar.getAllSubcomponents('vevent');
  return { calendar, event: event!, others, alarms: event!.getAllSubcomponents('valarm') };
};
const names = (component: ICAL.Component): string[] => component.getAllProperties().map((property) => property.name).sort();

const IN_CALENDAR = ['calscale', 'method', 'prodid', 'version'];
const IN_REQUEST = ['attendee', 'class', 'conference', 'created', 'description', 'dtend', 'dtstamp', 'dtstart', 'last-modified',
  'location', 'organizer', 'sequence', 'status', 'summary', 'transp', 'uid', 'url'];
const IN_CANCEL = IN_REQUEST.filter((name) => !['conference', 'location', 'url'].includes(name));

/** What people paste, and what attackers type: line breaks, quotes, separators, lone surrogates, whole properties. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: fc.constantFrom('\r', '\n', '\r\n', '"', '\\', ';', ',', ':', '^', '\0', '\t', '\u2028', '\u0085', '\ud83d', '\udc00', '👩‍👩‍👧', 'é', 'ATTENDEE', 'a', ' '), maxLength: 200 }),
  fc.constantFrom('x\r\nATTENDEE:mailto:eve@evil.example', 'x\nBEGIN:VEVENT', '":mailto:eve@evil.example', 'END:VEVENT\r\nEND:VCALENDAR', '\\', '\\n', 'X-PUBLISHED-TTL:PT1H', '😀'.repeat(300)),
);

describe('a calendar file', () => {
  it('of a confirmation holds what the table says, and nothing else', () => {
    const { calendar, event, others, alarms } = read(calendarFile(entry));
    expect(names(calendar)).toEqual(IN_CALENDAR);
    expect(names(event)).toEqual(IN_REQUEST);
    expect(others).toHaveLength(0);
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(event.getFirstPropertyValue('sequence')).toBe(3);
    expect(String(event.getFirstPropertyValue('dtstart'))).toBe('2026-12-01T14:00:00Z');
    expect(String(event.getFirstPropertyValue('dtend'))).toBe('2026-12-01T15:00:00Z');
    expect(String(event.getFirstPropertyValue('dtstamp'))).toBe('2026-11-01T08:00:00Z');
    expect(event.getFirstPropertyValue('status')).toBe('CONFIRMED');
    for (const name of ['location', 'url', 'conference']) expect(event.getFirstPropertyValue(name)).toBe('https://foyer.example/j/abc');
    const conference = event.getFirstProperty('conference')!;
    expect([conference.type, conference.getParameter('feature'), conference.getParameter('label')]).toEqual(['uri', 'AUDIO,VIDEO', 'Join']);
    expect(alarms).toHaveLength(1);
    expect(names(alarms[0]!)).toEqual(['action', 'description', 'trigger']);
    expect(String(alarms[0]!.getFirstPropertyValue('trigger'))).toBe('-PT10M');
  });

  it('of a cancellation has no link, no conference and no alarm', () => {
    const file = calendarFile({ ...entry, method: 'CANCEL', joinUrl: null, description: 'It will not take place.' });
    const { calendar, event, alarms } = read(file);
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(names(event)).toEqual(IN_CANCEL);
    expect(event.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(alarms).toHaveLength(0);
    expect(file).not.toContain('/j/');
  });

  it('names its one attendee with plain enums, as the standard writes them', () => {
    const line = calendarFile(entry).replaceAll('\r\n ', '').split('\r\n').find((one) => one.startsWith('ATTENDEE'));
    expect(line).toBe('ATTENDEE;RSVP=FALSE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN="Bo":mailto:bo@example.org');
  });

  it.each(['bö@müller.example', '"bo jones"@example.org', "o'brien+clay@example.org", 'bo@[IPv6:::1]'])('carries the address %s', (address) => {
    const { event } = read(calendarFile({ ...entry, attendee: { ...entry.attendee, address } }));
    const written = String(event.getFirstPropertyValue('attendee')).slice('mailto:'.length);
    expect(decodeURIComponent(written)).toBe(address.replace(/\s/g, ''));
  });

  it('works for a server on an IPv6 address, too', () => {
    const { event } = read(calendarFile({ ...entry, joinUrl: 'http://[::1]:3000/j/abc' }));
    expect(event.getFirstPropertyValue('url')).toBe('http://[::1]:3000/j/abc');
  });

  it('gives back titles and descriptions as they were written', () => {
    const summary = 'Ton; Clay, „Erde“ \\ 粘土 👩‍🎨';
    const description = 'One\nTwo; three, four \\n five: "six"';
    const { event } = read(calendarFile({ ...entry, summary, description }));
    expect(event.getFirstPropertyValue('summary')).toBe(summary);
    expect(event.getFirstPropertyValue('description')).toBe(description);
  });

  it('whatever is typed: no other property, exactly one attendee with the right address, 75 octets a line', () => {
    fc.assert(fc.property(hostile, hostile, hostile, hostile, fc.boolean(), (summary, description, organizerName, attendeeName, cancel) => {
      const file = calendarFile({
        ...entry,
        method: cancel ? 'CANCEL' : 'REQUEST',
        joinUrl: cancel ? null : entry.joinUrl,
        summary,
        description,
        organizer: { ...entry.organizer, name: organizerName },
        attendee: { ...entry.attendee, name: attendeeName },
      });
      expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u001f\u007f]/); // eslint-disable-line no-control-regex
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(Buffer.from(file).toString()).toBe(file); // no lone surrogate, no code point cut in two
      const { calendar, event, others, alarms } = read(file);
      expect(others).toHaveLength(0);
      expect(names(calendar)).toEqual(IN_CALENDAR);
      const allowed = cancel ? IN_CANCEL : IN_REQUEST;
      expect(names(event).filter((name) => name !== 'description')).toEqual(allowed.filter((name) => name !== 'description'));
      expect(event.getAllProperties('attendee').map((one) => one.getFirstValue())).toEqual(['mailto:bo@example.org']);
      expect(event.getFirstPropertyValue('organizer')).toBe('mailto:invites@foyer.example');
      expect(alarms).toHaveLength(cancel ? 0 : 1);
      for (const alarm of alarms) expect(names(alarm)).toEqual(['action', 'description', 'trigger']);
    }), { numRuns: 1_000 });
  });

  it('stays small when someone pastes a book: folding long texts takes the library quadratic time', () => {
    const book = 'word '.repeat(20_000);
    expect(calendarFile({ ...entry, description: book, summary: book, attendee: { ...entry.attendee, name: book } }).length).toBeLessThan(20_000);
  });
});
