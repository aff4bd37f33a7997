import { spellSpan, viewerLocale } from '../kit/times.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The time left until the start, spelled so that it does not change more often than it must. */
export function timeLeft(startsAt: string, now: number, locale = viewerLocale()): string | null {
  const left = Date.parse(startsAt) - now;
  if (left <= 0) return null;
  if (left >= DAY) return inARow([spellSpan(Math.floor(left / DAY), 'day', locale), spellSpan(Math.floor((left % DAY) / HOUR), 'hour', locale)], locale);
  const [hours, minutes, seconds] = [Math.floor(left / HOUR), Math.floor((left % HOUR) / MINUTE), Math.floor((left % MINUTE) / SECOND)];
  const two = (n: number) => String(n).padStart(2, '0');
  return hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

const TOLD_AT = [10, 5, 1];

/** The minutes worth telling a screen reader, 0 at the planned time: another only when the next is reached. */
export function minuteTold(startsAt: string, now: number): number | null {
  const left = Date.parse(startsAt) - now;
  return left <= 0 ? 0 : (TOLD_AT.findLast((minutes) => left <= minutes * MINUTE) ?? null);
}

const inARow = (spans: readonly string[], locale: string): string => new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }).format(spans);
