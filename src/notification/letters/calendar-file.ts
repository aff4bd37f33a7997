import { createEvent, type EventAttributes } from 'ics';
import { cleanAddress, cleanLine, cleanName, cleanText } from '../../platform/mail/clean.js';

/** One person's entry for one session, as data. */
export interface CalendarEntry {
  /** `PUBLISH` is a copy to take along: it invites nobody, so it names no attendee. */
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  /** The same for life: `reg-<registrationId>@domain`. */
  uid: string;
  sequence: number;
  /** Frozen in the delivery's row, so that a retry writes the same bytes. */
  stampedAt: Date;
  createdAt: Date;
  startsAt: Date;
  endsAt: Date;
  summary: string;
  description: string;
  /** Null where there is nothing to join any more. */
  joinUrl: string | null;
  organizer: { name: string; address: string };
  attendee: { name: string; address: string; answer: 'ACCEPTED' | 'NEEDS-ACTION' };
  /** What the button in a calendar says. */
  joinLabel: string;
}

/** `ics` refuses addresses and URLs that exist (umlauts, IPv6), so it gets stand-ins and the real ones are set in after it. */
const STAND_IN = { organizer: 'organizer@address.invalid', attendee: 'attendee@address.invalid' };

/**
 * Writes an iCalendar object (RFC 5545) for a mail (RFC 6047). The only file that knows `ics`, whose
 * gaps it closes: what goes in is cleaned, what comes out is unfolded, set right line by line, and
 * folded again by octets.
 */
export const calendarFile = (entry: CalendarEntry): string => calendarLines(entry).map(folded).join('');

/** The same, not folded yet. */
export function calendarLines(entry: CalendarEntry): string[] {
  const { error, value } = createEvent(attributes(entry));
  if (value === null) throw new Error(`The calendar object could not be written: ${error?.message ?? 'unknown'}`);
  return value.replaceAll('\r\n\t', '').trimEnd().split('\r\n').flatMap((line) => setRight(line, entry));
}

/** What stands between the quotes of an attendee's name. */
export const attendeeName = ({ name, address }: { name: string; address: string }): string => cleanName(name) || cleanName(address);

/** An address as a URI. RFC 6068: whatever could end or split it is percent-encoded; letters beyond ASCII stay as they are typed. */
export const mailto = (address: string): string =>
  `mailto:${cleanAddress(address).replace(/[\u0020-\u007e]/g, (one) => /[A-Za-z0-9!$&'*+\-/=^_`{|}~.@]/.test(one) ? one : `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)}`;

function attributes(entry: CalendarEntry): EventAttributes {
  const at = { start: entry.startsAt, end: entry.endsAt, timestamp: entry.stampedAt, created: entry.createdAt, lastModified: entry.stampedAt };
  const instants = Object.fromEntries(Object.entries(at).map(([name, date]) => [name, date.getTime()])) as { start: number; end: number };
  const url = entry.joinUrl === null ? null : new URL(entry.joinUrl).href;
  const title = cleanLine(entry.summary, 200) || '–';
  return {
    ...instants, // `timestamp` (DTSTAMP) is among them: ics takes it, its types do not know it
    productId: '-//Foyer//Foyer//EN',
    method: entry.method,
    uid: entry.uid,
    sequence: entry.sequence,
    title,
    description: cleanText(entry.description, 2_000) || undefined,
    location: url ?? undefined,
    status: entry.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
    transp: 'OPAQUE',
    classification: 'PUBLIC',
    organizer: { name: cleanName(entry.organizer.name) || 'Foyer', email: STAND_IN.organizer },
    attendees: entry.method === 'PUBLISH' ? undefined : [{
      name: attendeeName(entry.attendee),
      email: STAND_IN.attendee,
      cutype: 'INDIVIDUAL',
      role: 'REQ-PARTICIPANT',
      partstat: entry.attendee.answer,
      rsvp: false,
    }],
    // ics leaves an alarm's text as it is, so it is escaped here
    alarms: url ? [{ action: 'display', description: escaped(title), trigger: { minutes: 10, before: true } }] : undefined,
  };
}

function setRight(line: string, entry: CalendarEntry): string[] {
  if (line.startsWith('X-PUBLISHED-TTL:')) return [];
  if (line.startsWith('ORGANIZER;')) return [swapAddress(line, STAND_IN.organizer, entry.organizer.address)];
  if (line.startsWith('ATTENDEE;')) {
    const unquoted = line.replace(/(CUTYPE|ROLE|PARTSTAT)="([A-Z-]+)"/g, '$1=$2');
    return [swapAddress(unquoted, STAND_IN.attendee, entry.attendee.address)];
  }
  if (line === 'CLASS:PUBLIC' && entry.joinUrl !== null) {
    const url = new URL(entry.joinUrl).href;
    const label = cleanName(entry.joinLabel, 40);
    return [line, `URL:${url}`, `CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="${label}":${url}`];
  }
  return [line];
}

/** The address is what follows the last colon: a name may hold anything but a double quote. */
function swapAddress(line: string, standIn: string, address: string): string {
  const end = new RegExp(`:mailto:${standIn}$`, 'i');
  if (!end.test(line)) throw new Error('The calendar library wrote an address where none was expected.');
  return line.replace(end, () => `:${mailto(address)}`);
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, (one) => `\\${one}`).replace(/\n/g, '\\n');

/** Lines of at most 75 octets without their end, never broken inside a code point (RFC 5545, 3.1). */
export function folded(line: string): string {
  if (line.length <= 25) return `${line}\r\n`;
  let out = '';
  let octets = 0;
  for (const point of line) {
    const size = Buffer.byteLength(point);
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1; // the space counts
    }
    out += point;
    octets += size;
  }
  return `${out}\r\n`;
}
