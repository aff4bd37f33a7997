const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The time left until the start, in words that do not change more often than they must. */
export function timeLeft(startsAt: string, now: number): string | null {
  const left = Date.parse(startsAt) - now;
  if (left <= 0) return null;
  if (left >= DAY) return `${count(Math.floor(left / DAY), 'day')} ${count(Math.floor((left % DAY) / HOUR), 'hour')}`;
  const [hours, minutes, seconds] = [Math.floor(left / HOUR), Math.floor((left % HOUR) / MINUTE), Math.floor((left % MINUTE) / SECOND)];
  const two = (n: number) => String(n).padStart(2, '0');
  return hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

const TOLD_AT = [10, 5, 1];

/** What a screen reader is told: the same only when a minute worth telling is reached. */
export function minuteTold(startsAt: string, now: number): string {
  const left = Date.parse(startsAt) - now;
  if (left <= 0) return 'The planned time has come. The host opens the doors any moment.';
  const reached = TOLD_AT.findLast((minutes) => left <= minutes * MINUTE);
  return reached ? `It starts in less than ${count(reached, 'minute')}.` : '';
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
