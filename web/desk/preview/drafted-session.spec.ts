import { emptyDraft, instantOf, newQuestion } from '../draft.ts';
import { draftedSession } from './drafted-session.ts';

const around = { hostName: 'Hedy', accent: '#7a1f5c' };
const draft = { ...emptyDraft(new Date('2026-11-26T09:00:00Z'), 'Europe/Berlin'), date: '2026-12-01', time: '15:00' };

describe('a draft as the public page', () => {
  it('is the session that it would be', () => {
    expect(draftedSession({ ...draft, title: ' Clay ', minutes: '90' }, around)).toMatchObject({
      title: 'Clay', hostName: 'Hedy', accent: '#7a1f5c',
      when: { wallTime: '2026-12-01T15:00', timeZone: 'Europe/Berlin', startsAt: '2026-12-01T14:00:00.000Z', endsAt: '2026-12-01T15:30:00.000Z' },
      registration: { open: true, fields: [] },
    });
  });

  it('is a page whatever is missing or half typed', () => {
    const half = { ...draft, date: '', time: '1', timeZone: 'Middle Earth', minutes: 'x', closingDate: '2026', questions: [newQuestion(), newQuestion('choice')] };
    const { title, when, registration } = draftedSession(half, around);
    expect(title).not.toBe('');
    for (const at of [when.startsAt, when.endsAt]) expect(Date.parse(at)).not.toBeNaN();
    expect(when.wallTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
    expect(() => new Intl.DateTimeFormat('en', { timeZone: when.timeZone })).not.toThrow();
    expect(registration!.closesAt).toBeNull();
    expect(new Set(registration!.fields.map(({ key }) => key)).size).toBe(2);
  });

  it('has no form where anyone may come', () => {
    expect(draftedSession({ ...draft, registration: false }, around).registration).toBeNull();
  });
});

describe('the instant of a wall time', () => {
  it.each([
    ['2026-12-01T15:00', 'Europe/Berlin', undefined, '2026-12-01T14:00:00.000Z'],
    ['2026-07-01T15:00', 'America/New_York', undefined, '2026-07-01T19:00:00.000Z'],
    ['2027-10-31T02:30', 'Europe/Berlin', 'earlier', '2027-10-31T00:30:00.000Z'],
    ['2027-10-31T02:30', 'Europe/Berlin', 'later', '2027-10-31T01:30:00.000Z'],
  ] as const)('%s in %s (%s)', (wallTime, zone, occurrence, instant) => {
    expect(new Date(instantOf(wallTime, zone, occurrence)!).toISOString()).toBe(instant);
  });

  it.each([['T', 'UTC'], ['2026-12-01T15:00', 'Middle Earth'], ['2026-13-01T15:00', 'UTC']])('is not known for %s in %s', (wallTime, zone) => {
    expect(instantOf(wallTime, zone)).toBeNull();
  });
});
