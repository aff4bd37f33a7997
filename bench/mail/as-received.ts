import { createHash } from 'node:crypto';

/** Who gets a mail, and what only they may find in it. */
export interface Expected {
  /** By address: the name, and the SHA-256 of the end of their own link. */
  readonly people: ReadonlyMap<string, { readonly name: string; readonly linkHash: string }>;
  readonly invite: boolean;
  /** Who may get mail beside them. */
  readonly aside: readonly string[];
}

export interface Found {
  readonly mails: number;
  readonly people: number;
  readonly messageIds: number;
  /** Every part is there and closed, and its texts are nobody else's: name, address and link, in text, HTML and invite. */
  readonly wholeAndPersonal: number;
  readonly kibEach: number;
  /** What was wrong with the first that were not. */
  readonly wrong: readonly string[];
}

/** Read back by other means than those they were written with. */
export function judge(all: readonly { to: string; mail: string }[], expected: Expected): Found {
  const mails = all.filter(({ to }) => !expected.aside.includes(to));
  const wrong: string[] = [];
  const people = new Set<string>();
  const ids = new Set<string>();
  let good = 0;
  let bytes = 0;
  for (const { to, mail } of mails) {
    bytes += mail.length;
    people.add(to);
    ids.add(/^Message-ID: (\S+)/im.exec(mail)?.[1] ?? '');
    const fault = faultOf(to, mail, expected);
    if (fault === null) good++;
    else if (wrong.length < 5) wrong.push(`${to}: ${fault}`);
  }
  return { mails: mails.length, people: [...people].filter((one) => expected.people.has(one)).length, messageIds: ids.size, wholeAndPersonal: good, kibEach: Math.round((bytes / mails.length / 1_024) * 10) / 10, wrong };
}

export const linkIn = (mail: string): string => linksOf(leavesOf(mail)?.[0]?.text ?? '')[0] ?? '';

const linksOf = (text: string): string[] => [...new Set([...text.replace(/\r\n /g, '').matchAll(/\/j\/([\w-]{20,})/g)].map(([, token]) => token!))];

interface Leaf {
  readonly type: string;
  readonly text: string;
}

function faultOf(to: string, mail: string, { people, invite }: Expected): string | null {
  const person = people.get(to);
  if (!person) return 'nobody was expected there';
  const head = mail.slice(0, mail.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  if (!new RegExp(`^To: .*<?${to.replace(/[.+]/g, '\\$&')}>?$`, 'im').test(head)) return 'addressed to somebody else';
  const leaves = leavesOf(mail);
  if (leaves === null) return 'not whole';
  const types = leaves.map(({ type }) => type).join(' ');
  if (types !== (invite ? 'text/plain text/html text/calendar application/ics' : 'text/plain text/html')) return `its parts: ${types}`;
  const [text, html, calendar, file] = leaves as [Leaf, Leaf, Leaf?, Leaf?];
  const links = [text, html, ...(calendar ? [calendar] : [])].map((leaf) => linksOf(leaf.text));
  if (links.some((found) => found.length !== 1)) return 'more links than one, or none';
  if (links.some((found) => createHash('sha256').update(found[0]!).digest('hex') !== person.linkHash)) return 'somebody else’s link';
  if (!text.text.includes(person.name) || !html.text.includes(person.name)) return 'not by name';
  if (!calendar || !file) return null;
  if (calendar.text !== file.text) return 'two invites that differ';
  const object = calendar.text.replace(/\r\n /g, '');
  if (!object.startsWith('BEGIN:VCALENDAR\r\n') || !object.endsWith('END:VCALENDAR\r\n')) return 'no whole calendar';
  const attendees = object.match(/^ATTENDEE[;:].*$/gm) ?? [];
  return attendees.length === 1 && attendees[0]!.toLowerCase().includes(`mailto:${to}`) ? null : 'invites somebody else';
}

/** All parts that hold something, decoded; null where one is missing its end. */
function leavesOf(entity: string): Leaf[] | null {
  const at = entity.indexOf('\r\n\r\n');
  if (at < 0) return null;
  const head = entity.slice(0, at).replace(/\r\n[ \t]+/g, ' ');
  const body = entity.slice(at + 4);
  const type = /^content-type:\s*([^;\s]+)/im.exec(head)?.[1]?.toLowerCase() ?? 'text/plain';
  const boundary = /^content-type:.*boundary="?([^";\r\n]+)"?/im.exec(head)?.[1];
  if (!boundary) {
    const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase();
    const bytes = encoding === 'base64' ? Buffer.from(body, 'base64') : encoding === 'quoted-printable' ? unquoted(body) : Buffer.from(body, 'latin1');
    return [{ type, text: bytes.toString('utf8') }];
  }
  const pieces = `\r\n${body}`.split(`\r\n--${boundary}`);
  if (pieces.length < 3 || !pieces.at(-1)!.startsWith('--')) return null;
  const leaves = pieces.slice(1, -1).map((piece) => leavesOf(piece.slice(2)));
  return leaves.some((found) => found === null) ? null : leaves.flatMap((found) => found!);
}

function unquoted(text: string): Buffer {
  return Buffer.from(text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))), 'latin1');
}
