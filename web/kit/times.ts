import { languageFor, localeFor } from '../words/languages.js';

/** Spelling instants in a named zone, by the browser's own calendar (or Node's, for rendered pages). */

/** A span of time as people read it. */
export interface SpelledTime {
  /** "Tuesday, 1 December 2026" */
  day: string;
  /** "15:00 – 16:00" */
  hours: string;
  /** "Europe/Berlin (GMT+1)" */
  zone: string;
}

/** The zone of whoever looks. */
export function viewerZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** Dates are written in the language of the page, the way the viewer's own locale has it where it is of that language. */
export function viewerLocale(): string {
  if (typeof document === 'undefined') return localeFor('en', []);
  return localeFor(languageFor([document.documentElement.lang]), navigator.languages);
}

function format(timeZone: string, locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    // A zone younger than this browser: better in UTC, and called so, than no time at all.
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  }
}

/** "Europe/Berlin (GMT+1)", with the offset that holds at that instant. */
export function zoneNamed(timeZone: string, at: Date, locale = viewerLocale()): string {
  const dates = format(timeZone, locale, { timeZoneName: 'shortOffset' });
  if (dates.resolvedOptions().timeZone === 'UTC') return 'UTC';
  const offset = dates.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  return `${timeZone.replaceAll('_', ' ')} (${offset.replace('-', '−')})`;
}

/** When something is, in one zone. */
export function spellTime(startsAt: string, endsAt: string, timeZone: string, locale = viewerLocale()): SpelledTime {
  const start = new Date(startsAt);
  const end = new Date(endsAt);
  const day = format(timeZone, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const hour = format(timeZone, locale, { hour: 'numeric', minute: '2-digit' });
  const overnight = format(timeZone, locale, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
  const hours = day.format(end) === day.format(start) ? hour.formatRange(start, end) : `${hour.format(start)} – ${overnight.format(end)}`;
  return { day: day.format(start), hours, zone: zoneNamed(timeZone, start, locale) };
}

/** Day, hour and zone of one moment in one line. */
export function spellMoment(instant: string, timeZone = viewerZone(), locale = viewerLocale()): string {
  const at = new Date(instant);
  return format(timeZone, locale, { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' }).format(at);
}

/** "in 9 days", "in 25 minutes": how far off, in the unit that says it best. */
export function spellDistance(instant: string, now = Date.now(), locale = viewerLocale()): string {
  const minutes = Math.round((Date.parse(instant) - now) / 60_000);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (Math.abs(minutes) < 90) return relative.format(minutes, 'minute');
  if (Math.abs(minutes) < 36 * 60) return relative.format(Math.round(minutes / 60), 'hour');
  return relative.format(Math.round(minutes / 1440), 'day');
}

/** "5 minutes": a span of time in one unit. */
export function spellSpan(count: number, unit: 'day' | 'hour' | 'minute' | 'second', locale = viewerLocale()): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** "15:04": the hour of a moment on a day that is known. */
export function spellClock(at: number, timeZone = viewerZone(), locale = viewerLocale()): string {
  return format(timeZone, locale, { hour: 'numeric', minute: '2-digit' }).format(at);
}

/** "1 h 5 min": how long something took. */
export function spellDuration(seconds: number, locale = viewerLocale()): string {
  const minutes = Math.round(seconds / 60);
  const part = (count: number, unit: 'hour' | 'minute' | 'second'): string => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
  if (minutes < 1) return part(Math.round(seconds), 'second');
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && part(hours, 'hour'), (rest > 0 || hours === 0) && part(rest, 'minute')].filter(Boolean).join(' ');
}

/** "67 %" */
export function spellShare(share: number, locale = viewerLocale()): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
