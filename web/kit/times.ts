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

/** The pages speak English; an English-speaking browser has its own way of writing dates. */
export function viewerLocale(): string {
  const language = typeof navigator === 'undefined' ? undefined : navigator.language;
  return language?.startsWith('en-') ? language : 'en-GB';
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
  const offset = dates.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const name = dates.resolvedOptions().timeZone === 'UTC' ? 'UTC' : timeZone.replaceAll('_', ' ');
  return !offset || offset === name ? name : `${name} (${offset.replace('-', '−')})`;
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
