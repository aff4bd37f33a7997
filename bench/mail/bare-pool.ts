import { createTransport } from 'nodemailer';
import { answering } from '../answering.ts';
import { now } from '../measured.ts';

/** The floor of *Mail*: nodemailer's own pool, building and sending the same mails, with nothing written down. */
export interface Letter {
  from: { name: string; address: string };
  replyTo: { name: string; address: string };
  subject: string;
  /** With what is one reader's alone as it stands for the model. */
  text: string;
  html: string;
  calendar: string | null;
  domain: string;
}

export interface Reader {
  id: string;
  /** What to say instead of the model's own: the least that makes a mail personal. */
  instead: readonly (readonly [model: string, own: string])[];
  name: string;
  address: string;
}

answering(async ({ url, connections, letter, readers }: { url: string; connections: number; letter: Letter; readers: readonly Reader[] }) => {
  const { hostname, port } = new URL(url);
  const pool = createTransport({ pool: true, host: hostname, port: Number(port), secure: false, ignoreTLS: true, maxConnections: connections, maxMessages: Infinity, disableFileAccess: true, disableUrlAccess: true });
  const send = async ({ id, name, address, instead }: Reader): Promise<void> => {
    const own = (text: string): string => instead.reduce((said, [model, mine]) => said.replaceAll(model, mine), text);
    await pool.sendMail({
      from: letter.from,
      replyTo: letter.replyTo,
      to: { name, address },
      envelope: { from: `bounce+${id}@${letter.domain}`, to: address },
      messageId: `<${id}@${letter.domain}>`,
      subject: letter.subject,
      text: own(letter.text),
      html: own(letter.html),
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply', 'Content-Language': 'en' },
      ...(letter.calendar && { icalEvent: { method: 'REQUEST', filename: 'invite.ics', content: Buffer.from(own(letter.calendar)), contentTransferEncoding: 'base64' as never } }),
    });
  };
  const began = now();
  // As many at work as a program without a queue of its own would have: the pool holds no more than it can soon send.
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let reader = readers[next++]; reader; reader = readers[next++]) await send(reader);
  };
  await Promise.all(Array.from({ length: connections * 2 }, worker));
  const ended = now();
  pool.close();
  return { began, ended };
});
