import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { freePort } from '../../embedded/ports.ts';

/** One message as it came over the wire. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Byte for byte, headers and all. */
  readonly raw: Buffer;
  readonly text: string;
  readonly receivedAt: number;
}

/** How the server answers instead of accepting: at RCPT for a recipient, or after the final dot. */
export interface Refusal {
  readonly at: 'recipient' | 'data';
  readonly code: number;
  readonly text: string;
  /** Only for these; for all when missing. */
  readonly only?: (address: string) => boolean;
  /** How often; until it is taken back when missing. */
  readonly times?: number;
}

/** A real SMTP server that keeps what it is given. */
export interface TestInbox {
  readonly url: string;
  readonly messages: ReceivedMail[];
  /** The first message, past or to come, that is meant; when the time is over, an error that says what came instead. */
  waitFor(meant: (mail: ReceivedMail) => boolean, within?: number): Promise<ReceivedMail>;
  /** Null takes it back. */
  refuseWith(refusal: Refusal | null): void;
  stop(): Promise<void>;
  /** Listens again after `stop`, on the same port. */
  start(): Promise<void>;
}

export async function startInbox(): Promise<TestInbox> {
  const port = await freePort();
  const messages: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  let refusal: (Refusal & { left: number }) | null = null;
  let server: SMTPServer | null = null;

  const refused = (at: Refusal['at'], addresses: readonly string[]): Error | null => {
    if (refusal?.at !== at || refusal.left === 0) return null;
    if (refusal.only && !addresses.some(refusal.only)) return null;
    refusal.left--;
    return Object.assign(new Error(refusal.text), { responseCode: refusal.code });
  };
  const take = (stream: SMTPServerDataStream, session: SMTPServerSession, done: (error?: Error | null) => void) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const { mailFrom, rcptTo } = session.envelope;
      const to = rcptTo.map((one) => one.address);
      const error = refused('data', to);
      if (error) return done(error);
      const raw = Buffer.concat(chunks);
      messages.push({ from: mailFrom ? mailFrom.address : '', to, raw, text: raw.toString('utf8'), receivedAt: Date.now() });
      for (const wake of waiting) wake();
      done();
    });
  };
  const start = () =>
    new Promise<void>((resolve, reject) => {
      server = new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS', 'AUTH'],
        disableReverseLookup: true,
        onRcptTo: (address, _session, done) => done(refused('recipient', [address.address])),
        onData: take,
      });
      server.on('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server?.on('error', () => undefined);
        resolve();
      });
    });
  await start();

  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    refuseWith: (next) => {
      refusal = next && { ...next, left: next.times ?? Infinity };
    },
    waitFor: (meant, within = 30_000) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = messages.find(meant);
          if (found) end(() => resolve(found));
        };
        const timer = setTimeout(() => end(() => {
          const came = messages.map((mail) => `  to ${mail.to.join(', ')}: ${/^subject: (.*)$/im.exec(mail.text)?.[1]?.trim() ?? '(no subject)'}`);
          reject(new Error(`No such mail within ${within} ms. ${came.length ? `What came:\n${came.join('\n')}` : 'None came.'}`));
        }), within);
        const end = (how: () => void) => {
          clearTimeout(timer);
          waiting.delete(look);
          how();
        };
        waiting.add(look);
        look();
      }),
    stop: () => new Promise((resolve) => (server ? server.close(() => resolve()) : resolve())),
    start,
  };
}
