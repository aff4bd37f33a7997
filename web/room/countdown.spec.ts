import { minuteTold, timeLeft } from './countdown.ts';

const start = '2026-12-01T14:00:00Z';
const before = (seconds: number) => Date.parse(start) - seconds * 1_000;

describe('the countdown', () => {
  it('counts seconds on the last day and hours before it', () => {
    expect(timeLeft(start, before(59))).toBe('0:59');
    expect(timeLeft(start, before(3_600 + 65))).toBe('1:01:05');
    expect(timeLeft(start, before(2 * 86_400 + 3_700))).toBe('2 days 1 hour');
  });

  it('is over at the planned time', () => {
    expect(timeLeft(start, before(0))).toBeNull();
    expect(timeLeft(start, before(-90))).toBeNull();
  });

  it('is told aloud at ten, five and one minute, not each second', () => {
    expect(new Set(Array.from({ length: 900 }, (_, second) => minuteTold(start, before(900 - second)))).size).toBe(4);
    expect(minuteTold(start, before(55))).toBe('It starts in less than 1 minute.');
  });
});
