import fc from 'fast-check';
import { Refusal } from './refusal.js';
import { instantOf, isTimeZone, wallTimeOf } from './wall-time.js';

const refusalOf = (act: () => unknown): Refusal => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) {
      for (const said of [error.sentence, ...error.mistakes.map(({ detail }) => detail)]) expect(said).toMatch(/^[A-Z].{10,}\.$/); // people are told, too
      return error;
    }
    throw error;
  }
  throw new Error('It was not refused.');
};
/** Whether the zone's clocks show this wall time twice. */
const isRepeated = (wallTime: string, zone: string): boolean => instantOf(wallTime, zone, 'earlier').getTime() !== instantOf(wallTime, zone, 'later').getTime();
const iso = (wallTime: string, zone: string, occurrence?: 'earlier' | 'later'): string => instantOf(wallTime, zone, occurrence).toISOString();

describe('a wall time in a zone', () => {
  it.each([
    ['2026-12-01T15:00', 'Europe/Berlin', '2026-12-01T14:00:00.000Z'],
    ['2026-07-01T15:00', 'Europe/Berlin', '2026-07-01T13:00:00.000Z'],
    ['2026-07-01T15:00', 'Asia/Kathmandu', '2026-07-01T09:15:00.000Z'],
    ['2026-01-01T00:00', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
    ['2028-02-29T12:00', 'UTC', '2028-02-29T12:00:00.000Z'],
  ])('%s in %s is one instant', (wallTime, zone, instant) => {
    expect(iso(wallTime, zone)).toBe(instant);
  });

  it.each([
    ['2027-03-28T02:30', 'Europe/Berlin', '2027-03-28T03:00'],
    ['2027-03-28T02:00', 'Europe/Berlin', '2027-03-28T03:00'],
    ['2027-03-28T02:59', 'Europe/Berlin', '2027-03-28T03:00'],
    ['2027-03-14T02:15', 'America/New_York', '2027-03-14T03:00'],
    // half an hour only
    ['2026-10-04T02:10', 'Australia/Lord_Howe', '2026-10-04T02:30'],
    // a whole day that Samoa never had
    ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-31T00:00'],
  ])('that the clocks jump over (%s, %s) is refused and names the next valid one', (wallTime, zone, next) => {
    const refusal = refusalOf(() => instantOf(wallTime, zone));
    expect(refusal).toMatchObject({ code: 'wall-time-skipped', status: 422, extra: { next }, mistakes: [{ pointer: '/wallTime', code: 'wall-time-skipped' }] });
    expect(refusal.sentence).toContain(wallTime.replace('T', ' '));
    expect(refusal.sentence).toContain(next.replace('T', ' '));
    expect(wallTimeOf(instantOf(next, zone), zone)).toBe(next); // and what it names is valid indeed
    expect(refusalOf(() => instantOf(wallTime, zone, 'later')).code).toBe('wall-time-skipped');
  });

  it('just before and just after the jump is taken', () => {
    expect(iso('2027-03-28T01:59', 'Europe/Berlin')).toBe('2027-03-28T00:59:00.000Z');
    expect(iso('2027-03-28T03:00', 'Europe/Berlin')).toBe('2027-03-28T01:00:00.000Z');
  });

  it('that the clocks show twice means the earlier instant, unless the later one is asked for', () => {
    expect(iso('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(iso('2026-10-25T02:30', 'Europe/Berlin', 'earlier')).toBe('2026-10-25T00:30:00.000Z');
    expect(iso('2026-10-25T02:30', 'Europe/Berlin', 'later')).toBe('2026-10-25T01:30:00.000Z');
    expect([isRepeated('2026-10-25T02:30', 'Europe/Berlin'), isRepeated('2026-10-25T03:00', 'Europe/Berlin'), isRepeated('2026-10-25T01:59', 'Europe/Berlin')]).toEqual([true, false, false]);
  });

  it.each(['2026-12-01', '2026-12-01T15:00:00', '2026-13-01T15:00', '2026-02-30T15:00', '2026-12-01T24:00', '2026-12-01 15:00', '', 'tomorrow', '2026-12-01T15:00Z', 'x2026-12-01T15:00', '+002026-12-01T15:00'])('is not %j', (wallTime) => {
    expect(refusalOf(() => instantOf(wallTime, 'UTC'))).toMatchObject({ status: 422, mistakes: [{ pointer: '/wallTime', code: 'wall-time' }] });
  });

  it.each(['Europe/Nowhere', '+02:00', 'GMT+2:00', '', 'Europe/Berlin\n', '+0200', '-05', 'Europe/Berlin+02:00', ' Europe/Berlin', '../etc/passwd', 'a'.repeat(100), 'UTC\u0000'])('needs a zone that is one, not %j', (zone) => {
    expect(isTimeZone(zone)).toBe(false);
    expect(refusalOf(() => instantOf('2026-12-01T15:00', zone))).toMatchObject({ status: 422, mistakes: [{ pointer: '/timeZone', code: 'time-zone' }] });
  });
});

describe('every wall time of every zone', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const pad = (n: number, width = 2): string => String(n).padStart(width, '0');
  const wallTimes = fc
    .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}T${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`);

  it('is an instant at which the zone shows just that time, or is skipped and names a later one that is valid', () => {
    fc.assert(
      fc.property(wallTimes, fc.constantFrom(...zones), fc.constantFrom('earlier' as const, 'later' as const), (wallTime, zone, occurrence) => {
        try {
          return wallTimeOf(instantOf(wallTime, zone, occurrence), zone) === wallTime;
        } catch (error) {
          const { code, extra } = error as Refusal;
          const next = String(extra['next']);
          return code === 'wall-time-skipped' && next > wallTime && wallTimeOf(instantOf(next, zone), zone) === next;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('read back from an instant leads to that instant again, as one of its two occurrences', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 }), fc.constantFrom(...zones), (minute, zone) => {
        const instant = new Date(minute * 60_000);
        const wallTime = wallTimeOf(instant, zone);
        const meant = [instantOf(wallTime, zone, 'earlier').getTime(), instantOf(wallTime, zone, 'later').getTime()];
        return meant.includes(instant.getTime()) && meant[0]! <= meant[1]!;
      }),
      { numRuns: 1_000 },
    );
  });
});
