import { minuteTold, timeLeft } from './countdown.ts';

const start = '2026-12-01T14:00:00Z';
const before = (seconds: number) => Date.parse(start) - seconds * 1_000;

describe('the countdown', () => {
  it('counts seconds on the last day and hours before it', () => {
    expect(timeLeft(start, before(59))).toBe('0:59');
    expect(timeLeft(start, before(3_600 + 65))).toBe('1:01:05');
    expect(timeLeft(start, before(2 * 86_400 + 3_700), 'en-GB')).toBe('2 days 1 hour');
    expect(timeLeft(start, before(2 * 86_400 + 3_700), 'de')).toBe('2 Tage, 1 Stunde');
  });

  it('is over at the planned time', () => {
    expect(timeLeft(start, before(0))).toBeNull();
    expect(timeLeft(start, before(-90))).toBeNull();
  });

  it('is told aloud at ten, five and one minute, not each second', () => {
    expect(new Set(Array.from({ length: 900 }, (_, second) => minuteTold(start, before(900 - second)))).size).toBe(4);
    expect([55, 299, 599, 601].map((seconds) => minuteTold(start, before(seconds)))).toEqual([1, 5, 10, null]);
    expect(minuteTold(start, before(0))).toBe(0);
  });
});
