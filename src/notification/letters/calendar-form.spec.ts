import { mark } from '../../platform/mail/mail-form.js';
import { calendarFile, type CalendarEntry } from './calendar-file.js';
import { CalendarForm, type EntryFilling } from './calendar-form.js';

const entry: CalendarEntry = {
  method: 'REQUEST', uid: 'reg-4f1c@foyer.example', sequence: 3,
  stampedAt: new Date('2026-11-01T08:00:00Z'), createdAt: new Date('2026-10-30T08:07:09Z'), startsAt: new Date('2026-12-01T14:00:00Z'), endsAt: new Date('2026-12-01T15:00:00Z'),
  summary: 'Pottery, for beginners', description: 'Bring clay.\nJoin: https://foyer.example/j/abc', joinUrl: 'https://foyer.example/j/abc', joinLabel: 'Join',
  organizer: { name: 'Ada', address: 'invites@foyer.example' }, attendee: { name: 'Bo', address: 'bo@example.org', answer: 'ACCEPTED' },
};
/** As mails are composed: what is one person's alone is a mark. */
const model: CalendarEntry = {
  ...entry, uid: `reg-${mark('recipient')}@foyer.example`, sequence: 0, stampedAt: new Date('2026-01-01'), createdAt: new Date('2026-01-01'),
  description: `Bring clay.\nJoin: https://foyer.example/j/${mark('join')}`, joinUrl: `https://foyer.example/j/${mark('join')}`,
  attendee: { name: mark('attendee'), address: mark('address'), answer: 'ACCEPTED' },
};
const filling: EntryFilling = { sequence: 3, stampedAt: entry.stampedAt, createdAt: entry.createdAt, attendee: { name: 'Bo', address: 'bo@example.org' }, places: { recipient: '4f1c', join: 'abc' } };

describe('a calendar entry that is written once for many', () => {
  it.each<[string, Partial<CalendarEntry['attendee']>]>([
    ['a plain name', {}],
    ['a long one, on several lines', { name: 'Bo '.repeat(25).trim() }],
    ['one that could end its quotes', { name: '"Bo";CN=Eve\r\nATTENDEE:mailto:eve@evil.example' }],
    ['no name', { name: '' }],
    ['an address with what has to be encoded', { address: 'b,o?x@müller.example' }],
  ])('is, for %s, to the byte what would be written for one', (_, attendee) => {
    expect(new CalendarForm(model).fill({ ...filling, attendee: { ...filling.attendee, ...attendee } })).toBe(calendarFile({ ...entry, attendee: { ...entry.attendee, ...attendee } }));
  });

  it('has nothing of the one before in it', () => {
    const form = new CalendarForm(model);
    const first = form.fill(filling);
    form.fill({ ...filling, attendee: { name: 'Cleo', address: 'cleo@example.org' }, places: { recipient: '99', join: 'xyz' }, sequence: 9 });
    expect(form.fill(filling)).toBe(first);
  });

  it('leaves empty what nobody fills', () => {
    expect(new CalendarForm(model).fill({ ...filling, places: {} }).replaceAll('\r\n ', '')).toContain('UID:reg-@foyer.example\r\n');
  });

  it('takes nothing for a place but letters, digits, - and _', () => {
    const form = new CalendarForm(model);
    expect(() => form.fill({ ...filling, places: { ...filling.places, join: 'a_b-C9' } })).not.toThrow();
    for (const join of ['a\r\nATTENDEE:mailto:eve@evil.example', 'a;b', 'a b', 'a\n']) expect(() => form.fill({ ...filling, places: { ...filling.places, join } })).toThrow('Only letters and digits');
  });

  it('is not written where the attendee is not wholly a place', () => {
    expect(() => new CalendarForm({ ...model, attendee: { ...model.attendee, name: 'Bo' } })).toThrow('The attendee does not stand where they should.');
    expect(() => new CalendarForm({ ...model, attendee: { ...model.attendee, address: 'bo@example.org' } })).toThrow('The attendee does not stand where they should.');
    expect(() => new CalendarForm({ ...model, attendee: { ...model.attendee, address: `${mark('address')}.evil.example` } })).toThrow('The attendee does not stand where they should.');
  });
});
