import ICAL from 'ical.js';
import PostalMime, { type Email } from 'postal-mime';

/** One node of a mail's tree, read by hand from the raw bytes. */
export interface Part {
  type: string;
  headers: Map<string, string>;
  children: Part[];
  /** As it stands in the mail, still encoded. */
  body: string;
}

export function tree(raw: string): Part {
  const split = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, split).replace(/\r\n[ \t]+/g, ' ');
  const body = raw.slice(split + 4);
  const headers = new Map(head.split('\r\n').map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  }));
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  const children = boundary ? body.split(`--${boundary}`).slice(1, -1).map((part) => tree(part.replace(/^\r\n/, '').replace(/\r\n$/, ''))) : [];
  return { type, headers, children, body };
}

/** `multipart/mixed(multipart/alternative(text/plain,text/html,…),…)` */
export const shape = (part: Part): string => {
  const name = part.type.split(';')[0]!;
  return part.children.length > 0 ? `${name}(${part.children.map(shape).join(',')})` : name;
};

export const read = (raw: Buffer | string): Promise<Email> => PostalMime.parse(raw);

export async function invite(raw: Buffer): Promise<{ file: string; method: string; event: ICAL.Component }> {
  const email = await read(raw);
  const file = email.attachments.find(({ mimeType }) => mimeType === 'application/ics');
  if (!file) throw new Error('This mail has no invite.');
  const text = Buffer.from(file.content as ArrayBuffer).toString();
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { file: text, method: String(calendar.getFirstPropertyValue('method')), event: calendar.getFirstSubcomponent('vevent')! };
}
