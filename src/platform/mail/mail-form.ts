import { randomBytes } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import MimeNode from 'nodemailer/lib/mime-node';
import { encode, wrap } from 'nodemailer/lib/qp';
import { asOptions } from './mail-options.js';
import type { OutgoingMail } from './mailer.js';

/** Letters and digits that nobody can have typed, new with each start: no encoding changes them, so they are found again in any. */
const EDGE = `x${randomBytes(8).toString('hex')}x`;
const PLACES = new RegExp(`${EDGE}([a-z]+)${EDGE}`);

/** Stands for something that is one reader's alone. */
export const mark = (place: string): string => `${EDGE}${place}${EDGE}`;

/** A text with its places: at the even positions what is always the same, at the odd ones the names of places. */
export const withPlaces = (text: string): string[] => text.split(PLACES);

/** What one reader's mail has for itself. */
export interface Filling extends Pick<OutgoingMail, 'messageId' | 'to' | 'date' | 'inReplyTo'> {
  headers: Readonly<Record<string, string>>;
  places: Readonly<Record<string, string>>;
  /** The whole calendar object. */
  invite: string | null;
}

type Piece = string | { place: string; as: (text: string) => string } | 'invite';
const INVITE = 'invite' as const;

/** They are written for each reader. */
const FOR_EACH = /^(to|message-id|date|in-reply-to|references|list-unsubscribe|list-unsubscribe-post):/i;
const SOFT_BREAK = '=\r\n';

/**
 * A mail that many people get, laid out once: its parts, their boundaries and all that is alike are encoded, and what
 * is personal is encoded for its place when it is filled in, never set in raw. nodemailer lays it out, as it does
 * where there is no form, so that both ways give the same mail.
 */
export class MailForm {
  private readonly pieces: readonly Piece[];

  /** @param model the mail with marks in its texts; what its envelope holds does not matter */
  constructor(model: OutgoingMail) {
    const pieces: Piece[] = [];
    lay(new MailComposer(asOptions({ ...model, to: { name: '', address: 'reader@address.invalid' }, headers: {} }) as object).compile(), model, true, pieces);
    this.pieces = pieces.reduce<Piece[]>((all, piece) => {
      const last = all.at(-1);
      if (typeof piece === 'string' && piece !== INVITE && typeof last === 'string' && last !== INVITE) all[all.length - 1] = last + piece;
      else all.push(piece);
      return all;
    }, []);
  }

  fill({ messageId, to, date, inReplyTo, headers, places, invite }: Filling): Buffer {
    const file = invite === null ? '' : inBase64(invite);
    let mail = `${toHeader(to)}Message-ID: ${messageId}\r\nDate: ${date.toUTCString().replace('GMT', '+0000')}\r\n`;
    if (inReplyTo) mail += `In-Reply-To: ${inReplyTo}\r\nReferences: ${inReplyTo}\r\n`;
    for (const name in headers) mail += `${name}: ${headers[name]}\r\n`;
    for (const piece of this.pieces) mail += piece === INVITE ? file : typeof piece === 'string' ? piece : inPlace(piece.as(places[piece.place] ?? ''));
    return Buffer.from(mail, 'latin1'); // everything in it is encoded: ASCII
  }
}

/** One node of the tree and all below it. */
function lay(node: MimeNode, model: OutgoingMail, root: boolean, pieces: Piece[]): void {
  const fields = node.buildHeaders().split(/\r\n(?![ \t])/).filter(Boolean);
  const contentType = fields.find((field) => /^content-type:/i.test(field)) ?? '';
  const boundary = /boundary="([^"]+)"/.exec(contentType)?.[1];
  const type = /^content-type:\s*([^;\s]+)/i.exec(contentType)?.[1]?.toLowerCase();
  const own = fields.filter((field) => !(root && FOR_EACH.test(field)) && !/^content-transfer-encoding:/i.test(field));
  if (own.some((field) => PLACES.test(field))) throw new Error('Something personal stands in a header of all.');
  pieces.push(`${own.join('\r\n')}\r\n`);
  if (boundary) {
    pieces.push('\r\n');
    for (const child of node.childNodes) {
      pieces.push(`--${boundary}\r\n`);
      lay(child, model, false, pieces);
      pieces.push('\r\n');
    }
    pieces.push(`--${boundary}--\r\n`);
  } else if (type === 'text/plain' || type === 'text/html') {
    pieces.push('Content-Transfer-Encoding: quoted-printable\r\n\r\n', ...(type === 'text/plain' ? inPieces(model.text, (text) => text) : inPieces(model.html, inHtml)));
  } else {
    pieces.push('Content-Transfer-Encoding: base64\r\n\r\n', INVITE);
  }
}

/** What is alike is encoded here; around each place lines are broken softly, so that nothing depends on its length. */
function inPieces(text: string, as: (text: string) => string): Piece[] {
  return withPlaces(text.replace(/\r?\n/g, '\r\n')).flatMap((piece, at): Piece[] => {
    if (at % 2 === 1) return [{ place: piece, as }];
    const encoded = wrap(encode(Buffer.from(piece)), 75);
    return [encoded === '' || encoded.endsWith('\r\n') ? encoded : `${encoded}${SOFT_BREAK}`];
  });
}

/** In quoted-printable, on lines of its own. */
function inPlace(text: string): string {
  if (text === '') return '';
  if (/^[\w-]{1,70}$/.test(text)) return `${text}${SOFT_BREAK}`;
  // a line that begins so is altered by what keeps many mails in one file
  return `${wrap(encode(Buffer.from(text)), 75).replace(/^From /, '=46rom ')}${SOFT_BREAK}`;
}

/** As the pages' own engine escapes. */
const inHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function toHeader({ name, address }: OutgoingMail['to']): string {
  if (name === '') return `To: ${address}\r\n`;
  if (/^[A-Za-z0-9 ]{1,60}$/.test(name)) return `To: ${name} <${address}>\r\n`;
  const node = new MimeNode('text/plain');
  node.setHeader('To', { name, address } as never);
  const field = node.buildHeaders().split(/\r\n(?![ \t])/).find((one) => /^to:/i.test(one));
  if (!field) throw new Error('A mail without its reader.');
  return `${field}\r\n`;
}

function inBase64(text: string): string {
  const bytes = Buffer.from(text);
  let lines = '';
  for (let at = 0; at < bytes.length; at += 57) lines += `${bytes.toString('base64', at, at + 57)}\r\n`;
  return lines;
}
