/** Control characters (C0 but LF, DEL, C1) and the marks that turn the direction of what follows: spoofing, never content. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;

/** Lone surrogates cannot be written as UTF-8: replaced by U+FFFD, as any encoder would, but before lengths are counted. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** At most so many code points: half of an emoji is not a character. */
const cappedAt = (length: number, text: string): string => {
  if (text.length <= length) return text;
  const points = [...text];
  return points.length <= length ? text : `${points.slice(0, length - 1).join('').trimEnd()}…`;
};

const seen = (text: string): string =>
  wellFormed(text).replace(LINE_BREAKS, '\n').replace(/\t/g, ' ').replace(UNSEEN, '');

/** Free text as it may stand in a mail or a calendar: lines end in LF, nothing invisible, no longer than it should be. */
export const cleanText = (text: string, length: number): string => cappedAt(length, seen(text).trim());

/** One line: a title, a subject. */
export const cleanLine = (text: string, length: number): string => cappedAt(length, seen(text).replace(/\s+/g, ' ').trim());

/**
 * A name that will stand in a header or between a parameter's quotes: RFC 5545 has no way to write a
 * double quote there, and `^` opens RFC 6868's escapes.
 */
export const cleanName = (name: string, length = 80): string =>
  cleanLine(name.replace(/["\\]/g, "'").replace(/\^/g, ''), length);

/** An address in one piece; whoever wrote a line break into it meant no good. */
export const cleanAddress = (address: string): string => cleanText(address.replace(/\s+/g, ''), 320);
