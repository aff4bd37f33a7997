import { backTo, concernsOthers, isMove, spellLocal, spellWait, thoughtOf, type ForeseenLetter } from './foresight.ts';
import { canBeUndone, movedFrom } from './moved.ts';
import type { Session } from './sessions.ts';

const before: Session['when'] = { wallTime: '2026-12-01T15:00', timeZone: 'Europe/Berlin', durationMinutes: 60, startsAt: '2026-12-01T14:00:00.000Z', endsAt: '2026-12-01T15:00:00.000Z' };
const after: Session['when'] = { ...before, wallTime: '2026-12-02T15:00', startsAt: '2026-12-02T14:00:00.000Z', endsAt: '2026-12-02T15:00:00.000Z' };

describe('a thought of a change', () => {
  it('is of nothing but the time', () => {
    expect(thoughtOf({ title: 'Shade', wallTime: '2026-12-02T15:00' })).toEqual({ wallTime: '2026-12-02T15:00' });
    expect(isMove({ title: 'Shade', theme: 'meeting' })).toBe(false);
    expect(isMove({ durationMinutes: 30 })).toBe(true);
  });

  it('needs no look where a host alone is told, by day', () => {
    const letter = (role: ForeseenLetter['role']): ForeseenLetter => ({ registrationId: null, role, name: 'Marta', email: 'marta@example.org', kind: 'update', timeZone: 'UTC', local: { startsAt: '2026-12-02T15:00', endsAt: '2026-12-02T16:00', night: false } });
    const foreseen = (role: ForeseenLetter['role'], night = 0) => ({ when: after, tellsAt: '', counts: { told: 1, untouched: 0, night }, items: [letter(role)], next: null });
    expect(concernsOthers(foreseen('host'))).toBe(false);
    expect(concernsOthers(foreseen('attendee'))).toBe(true);
    expect(concernsOthers({ ...foreseen('host'), items: [letter('host'), letter('host')] })).toBe(true);
    expect(concernsOthers(foreseen('host', 1))).toBe(true);
    expect(concernsOthers({ ...foreseen('host'), counts: { told: 0, untouched: 0, night: 0 }, items: [] })).toBe(false);
  });
});

describe('the way back', () => {
  it('names what was moved and nothing else', () => {
    expect(backTo(before, after)).toEqual({ wallTime: '2026-12-01T15:00', timeZone: 'Europe/Berlin' });
    expect(backTo(before, { ...before, durationMinutes: 90 })).toEqual({ durationMinutes: 60 });
    expect(backTo(before, before)).toEqual({});
  });

  it.each([
    ['earlier', '2027-10-31T00:30:00.000Z', 'Europe/Berlin', '2027-10-31T02:30'],
    ['later', '2027-10-31T01:30:00.000Z', 'Europe/Berlin', '2027-10-31T02:30'],
    ['earlier', '2027-04-03T14:45:00.000Z', 'Australia/Lord_Howe', '2027-04-04T01:45'],
    ['later', '2027-04-03T15:15:00.000Z', 'Australia/Lord_Howe', '2027-04-04T01:45'],
  ])('says that the %s of two was meant, at %s in %s', (occurrence, startsAt, timeZone, wallTime) => {
    expect(backTo({ ...before, wallTime, timeZone, startsAt }, after)).toEqual({ wallTime, timeZone, occurrence });
  });

  const session = { status: 'scheduled', scheduleVersion: 4 } as Session;
  const now = Date.parse('2026-11-20T10:00:00Z');
  const moved = movedFrom(before, session, { when: after, tellsAt: '', counts: { told: 3, untouched: 0, night: 0 }, items: [], next: null, thought: {}, seconds: 120 }, now);

  it('is open for as long as the mails wait', () => {
    expect(canBeUndone(moved, session, now + 119_000)).toBe(true);
    expect(canBeUndone(moved, session, now + 120_000)).toBe(false);
  });

  it('is closed once somebody else has moved or started it, and to a start that has passed', () => {
    expect(canBeUndone(moved, { ...session, scheduleVersion: 5 }, now)).toBe(false);
    expect(canBeUndone(moved, { ...session, status: 'live' }, now)).toBe(false);
    expect(canBeUndone({ ...moved, before: { ...before, startsAt: '2026-11-20T09:59:00.000Z' } }, session, now)).toBe(false);
  });
});

describe('how it is said', () => {
  it.each([[0, 'at once'], [20, 'in a moment'], [61, 'in one minute'], [119, 'in two minutes'], [121, 'in two minutes'], [600, 'in 10 minutes']])('%i seconds are “%s”', (seconds, words) => {
    expect(spellWait(seconds)).toBe(words);
  });

  it('shows somebody’s clocks as they are, and the day on which a night ends', () => {
    expect(spellLocal({ startsAt: '2026-12-02T03:00', endsAt: '2026-12-02T04:30' }, 'en-GB')).toMatch(/^Wed,? 2 Dec, 03:00\s?–\s?04:30$/);
    expect(spellLocal({ startsAt: '2026-12-02T23:30', endsAt: '2026-12-03T00:30' }, 'en-GB')).toMatch(/^Wed,? 2 Dec, 23:30 – Thu,? 00:30$/);
  });
});
