/** What a report says of the one recipient to whom a delivery went. */
export interface ReportedFate {
  /** RFC 3464: `relayed`, `delivered` and `expanded` are no news for us. */
  action: 'failed' | 'delayed';
  /** RFC 3463: `5.1.1`. */
  status: string;
  /** Another server's words. */
  diagnostic: string;
}

/** Deeper than any honest mail is built. */
const DEEPEST = 4;
const MOST_PARTS = 30;
const LONGEST_HEADER = 64 * 1024;

/**
 * Reads a delivery status notification (RFC 3464) out of a mail that came back. Null for anything else: an
 * automatic answer, a newsletter, noise. What it reads was written by strangers, so it only ever looks.
 */
export function deliveryStatusIn(mail: Buffer): ReportedFate | null {
  const report = partOfType(mail.toString('latin1'), DEEPEST, { left: MOST_PARTS });
  return report === null ? null : worstOf(report);
}

interface Part {
  type: string;
  parameters: string;
  encoding: string;
  body: string;
}

function partOfType(text: string, depth: number, parts: { left: number }): string | null {
  if (depth === 0 || parts.left-- <= 0) return null;
  const part = read(text);
  if (part.type === 'message/delivery-status' || part.type === 'message/global-delivery-status') return decoded(part);
  if (!part.type.startsWith('multipart/')) return null;
  const boundary = /(?:^|[;\s])boundary=(?:"([^"\r\n]{1,100})"|([^\s;"]{1,100}))/i.exec(part.parameters);
  const mark = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`;
  if (mark === '--') return null;
  // a boundary stands at the beginning of a line
  for (const child of `\n${part.body}`.split(`\n${mark}`).slice(1)) {
    if (child.startsWith('--')) break;
    const found = partOfType(child.replace(/^[ \t]*\r?\n/, ''), depth - 1, parts);
    if (found !== null) return found;
  }
  return null;
}

function read(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text.slice(0, LONGEST_HEADER));
  const head = text.slice(0, end ? end.index : 0);
  const fields = fieldsOf(head);
  const contentType = fields.get('content-type') ?? 'text/plain';
  const [type = ''] = contentType.split(';', 1);
  return {
    type: type.trim().toLowerCase(),
    parameters: contentType.slice(type.length),
    encoding: (fields.get('content-transfer-encoding') ?? '').trim().toLowerCase(),
    body: end ? text.slice(end.index + end[0].length) : '',
  };
}

/** The first of each name counts. */
function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

function decoded({ encoding, body }: Part): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('latin1');
  if (encoding === 'quoted-printable') {
    return body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  }
  return body;
}

/** One group of fields for the mail, then one for each recipient; a mail of ours has one. Should there be more, the worst counts. */
function worstOf(report: string): ReportedFate | null {
  let worst: ReportedFate | null = null;
  for (const block of report.split(/\r?\n[ \t]*\r?\n/).slice(0, 50)) {
    const fields = fieldsOf(block);
    const action = (fields.get('action') ?? '').toLowerCase().split(/[\s(;]/)[0];
    const status = /^[245]\.\d{1,3}\.\d{1,3}(?!\d)/.exec(fields.get('status') ?? '')?.[0];
    if ((action !== 'failed' && action !== 'delayed') || !status || status.startsWith('2')) continue;
    const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '').slice(0, 500);
    if (!worst || rank(action, status) > rank(worst.action, worst.status)) worst = { action, status, diagnostic };
  }
  return worst;
}

const rank = (action: ReportedFate['action'], status: string): number => (action === 'failed' ? 2 : 0) + (status.startsWith('5') ? 1 : 0);
