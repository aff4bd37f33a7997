import type { Time } from './letter.js';
import type { Words } from './words.js';

/** A time as one reader sees it in one zone: `Tuesday, 1 December 2026`, `15:00 – 16:00`, `Central European Standard Time (Europe/Berlin)`. */
export interface ShownTime {
  date: string;
  hours: string;
  zone: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using it; there are few locales and zones, and the map is bounded all the same. */
function format(locale: string, timeZone: string, name: 'date' | 'hours' | 'zone' | 'offset'): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${name}`;
  const known = formats.get(key);
  if (known) return known;
  if (formats.size > 2_000) formats.clear();
  const parts: Intl.DateTimeFormatOptions = {
    date: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    hours: { timeStyle: 'short' },
    zone: { timeZoneName: 'long' },
    offset: { timeZoneName: 'shortOffset' },
  }[name] as Intl.DateTimeFormatOptions;
  const made = new Intl.DateTimeFormat(locale, { ...parts, timeZone });
  formats.set(key, made);
  return made;
}

/** The reader's locale where it is a real one of the letter's language, else the language's usual one. */
export function localeFor(locale: string, words: Words): string {
  try {
    const [canonical] = Intl.getCanonicalLocales(locale);
    if (canonical?.includes('-') && canonical.split('-')[0] === words.language.split('-')[0]) return canonical;
  } catch {
    // not a locale
  }
  return words.defaultLocale;
}

/** `in 12 minutes`, in `24 hours`, in `3 days`: as exact as it is near. */
export function inTime(minutes: number, locale: string): string {
  const [count, unit] = minutes < 120 ? [minutes, 'minute'] as const : minutes < 48 * 60 ? [Math.round(minutes / 60), 'hour'] as const : [Math.round(minutes / 1440), 'day'] as const;
  return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(count, unit);
}

/** `1 hour 30 minutes` */
export function lasting(minutes: number, locale: string): string {
  const say = (count: number, unit: 'hour' | 'minute'): string => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [say(hours, 'hour')] : []), ...(rest > 0 || hours === 0 ? [say(rest, 'minute')] : [])].join(' ');
}

export function isZone(timeZone: string): boolean {
  try {
    return Boolean(timeZone && format('en', timeZone, 'hours'));
  } catch {
    return false;
  }
}

export function shownIn(timeZone: string, time: Time, locale: string): ShownTime {
  const date = format(locale, timeZone, 'date');
  const [firstDay, lastDay] = [date.format(time.startsAt), date.format(time.endsAt)];
  const hours = format(locale, timeZone, 'hours');
  const [from, until] = [hours.format(time.startsAt), hours.format(time.endsAt)];
  return { date: firstDay, hours: `${from} – ${until}${firstDay === lastDay ? '' : ` (${lastDay})`}`, zone: zoneName(timeZone, time.startsAt, locale) };
}

/** A moment as one reader sees it: `Tuesday, 1 December 2026, 15:00, Europe/Berlin (…, GMT+1)`. */
export function shownMoment(at: Date, timeZone: string, locale: string): string {
  const zone = isZone(timeZone) ? timeZone : 'UTC';
  return [format(locale, zone, 'date').format(at), format(locale, zone, 'hours').format(at), zoneName(zone, at, locale)].join(', ');
}

function zoneName(timeZone: string, at: Date, locale: string): string {
  const named = (name: 'zone' | 'offset'): string => format(locale, timeZone, name).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const long = named('zone');
  const name = /^(GMT|UTC)[+−-]/.test(long) ? '' : `${long}, `;
  return `${timeZone.replaceAll('_', ' ')} (${name}${named('offset')})`;
}

/** The reader's zone first, then the session's, where the clocks of the two differ. */
export function shownTimes(time: Time, recipientZone: string, locale: string): { own: ShownTime; session: ShownTime | null } {
  const sessionZone = isZone(time.timeZone) ? time.timeZone : 'UTC';
  const own = shownIn(isZone(recipientZone) ? recipientZone : sessionZone, time, locale);
  const session = shownIn(sessionZone, time, locale);
  return { own, session: own.zone === session.zone ? null : session };
}
