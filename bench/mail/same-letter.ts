import PostalMime from 'postal-mime';
import type { Letter, Reader } from './bare-pool.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly link: string;
}

/** What the floor sends: one mail of the product's as it was received, and what is to be exchanged for the next reader. */
export async function sameLetter(mail: string, model: Person): Promise<{ letter: Letter; readerOf: (person: Person) => Reader }> {
  const parsed = await PostalMime.parse(Buffer.from(mail, 'latin1'), { attachmentEncoding: 'utf8' });
  const calendar = parsed.attachments.find(({ mimeType }) => mimeType === 'application/ics')?.content;
  if (!parsed.text || !parsed.html || typeof calendar !== 'string' || !parsed.from?.address) throw new Error('The product’s mail is not what it was.');
  const who = (box: { name?: string; address?: string } | undefined): { name: string; address: string } => ({ name: box?.name ?? '', address: box?.address ?? '' });
  const letter = {
    from: who(parsed.from), replyTo: who(parsed.replyTo?.[0]), subject: parsed.subject ?? '', text: parsed.text, html: parsed.html,
    calendar: calendar.replace(/\r?\n[ \t]/g, '').replace(/\r?\n/g, '\r\n'), domain: parsed.from.address.split('@')[1]!,
  };
  // the longest first: a short one may be a part of it
  return { letter, readerOf: (person) => ({
    ...person, instead: [[model.link, person.link], [model.address, person.address], [model.id, person.id], [model.name, person.name]],
  }) };
}
