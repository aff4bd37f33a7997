import { withPlaces } from '../../platform/mail/mail-form.js';
import { attendeeName, calendarLines, folded, mailto, type CalendarEntry } from './calendar-file.js';

/** What one person's entry has for itself. */
export interface EntryFilling {
  sequence: number;
  stampedAt: Date;
  createdAt: Date;
  attendee: { name: string; address: string };
  places: Readonly<Record<string, string>>;
}

type Line = string | ((filling: EntryFilling) => string);

/** Where nothing but letters, digits, `-` and `_` can stand: such a value needs no escaping. */
const INERT = /^[\w-]*$/;

/**
 * A session's entry for many people's calendars, written once by the same hand as any single one: lines without a
 * place are ready, the others are filled and folded again.
 */
export class CalendarForm {
  private readonly lines: readonly Line[];

  /** @param model with marks for the recipient's id, the attendee's name and address, and the end of the link */
  constructor(model: CalendarEntry) {
    const lines = calendarLines(model).map((line): Line => personal(line) ?? folded(line));
    this.lines = lines.reduce<Line[]>((all, line) => {
      const last = all.at(-1);
      if (typeof line === 'string' && typeof last === 'string') all[all.length - 1] = last + line;
      else all.push(line);
      return all;
    }, []);
  }

  fill(filling: EntryFilling): string {
    let file = '';
    for (const line of this.lines) file += typeof line === 'string' ? line : folded(line(filling));
    return file;
  }
}

function personal(line: string): Line | null {
  const name = /^[A-Z-]+/.exec(line)?.[0];
  switch (name) {
    case 'SEQUENCE': return ({ sequence }) => `SEQUENCE:${sequence}`;
    case 'DTSTAMP': return ({ stampedAt }) => `DTSTAMP:${utc(stampedAt)}`;
    case 'LAST-MODIFIED': return ({ stampedAt }) => `LAST-MODIFIED:${utc(stampedAt)}`;
    case 'CREATED': return ({ createdAt }) => `CREATED:${utc(createdAt)}`;
    case undefined: default: break;
  }
  const pieces = withPlaces(line);
  if (pieces.length === 1) return null;
  if (name === 'ATTENDEE') {
    const [before, , between, , after] = pieces;
    if (pieces.length !== 5 || !between?.endsWith('":mailto:') || after !== '') throw new Error('The attendee does not stand where they should.');
    return ({ attendee }) => `${before}${attendeeName(attendee)}${between.slice(0, -'mailto:'.length)}${mailto(attendee.address)}`;
  }
  return ({ places }) => pieces.map((piece, at) => (at % 2 === 0 ? piece : inert(places[piece] ?? ''))).join('');
}

function inert(value: string): string {
  if (!INERT.test(value)) throw new Error('Only letters and digits stand here.');
  return value;
}

const utc = (at: Date): string => `${at.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
