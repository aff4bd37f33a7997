import type { Transform } from 'node:stream';
import type { SentMessageInfo, Transport } from 'nodemailer';
import DKIM from 'nodemailer/lib/dkim';
import type MailMessage from 'nodemailer/lib/mailer/mail-message';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

/** MAIL FROM and the one RCPT TO. */
export interface Envelope {
  from: string;
  to: string;
}

/** Longer than every single time-out together: a server that trickles its words must not hold a delivery for ever. */
export const LONGEST_TRY_MS = 75_000;
/** Below the patience of most servers, which otherwise close first and spoil the next mail. */
const IDLE_MS = 20_000;
const MAILS_ON_ONE_CONNECTION = 1_000;
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

/** A failed try. `handedOver`: the whole message had been written, so that only the server's word was missing. */
export class FailedTry extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;

  constructor(fault: Error, readonly handedOver: boolean) {
    super(fault.message);
    const { code, command, responseCode, response } = fault as Partial<FailedTry>;
    Object.assign(this, { code, command, responseCode, response });
  }
}

/**
 * Kept connections to the mail server, by nodemailer's client of SMTP without its pool: whoever hands a mail over
 * takes a connection that is free, or opens one, so there are as many as mails under way. Signs what leaves where
 * there is a key. nodemailer may use it as its transport for what it builds itself.
 */
export class SmtpWire implements Transport<SentMessageInfo> {
  readonly name = 'foyer';
  readonly version = '1';
  private readonly server: SMTPConnection.Options & { auth?: { user?: string; pass?: string } };
  private readonly signer: DKIM | null;
  private readonly idleMs: number;
  private readonly free: Line[] = [];

  /** @param idleMs how long a connection is kept between two mails */
  constructor({ url, dkim, idleMs = IDLE_MS }: { url: string; dkim: DKIM.SingleKeyOptions & DKIM.OptionalOptions | null; idleMs?: number }) {
    this.idleMs = idleMs;
    this.server = { ...(parseConnectionUrl(url) as object), ...PATIENCE };
    this.signer = dkim && new DKIM(dkim);
  }

  /**
   * @param mayLeave waited for before the first byte of the message is written
   * @returns the server's answer
   * @throws FailedTry
   */
  async deliver(envelope: Envelope, message: Buffer, mayLeave?: () => Promise<void>): Promise<string> {
    const leaving = this.signer ? await whole(this.signer.sign(message, {})) : message;
    const line = this.free.pop() ?? new Line(this.server, this.idleMs, (gone) => this.forget(gone));
    const answer = await line.deliver(envelope, leaving, mayLeave);
    if (line.usable) this.free.push(line);
    return answer;
  }

  /** nodemailer's door: a mail of which it has laid out the parts. */
  send({ message }: MailMessage<SentMessageInfo>, done: (error: Error | null, info: SentMessageInfo) => void): void {
    const { from, to } = message.getEnvelope();
    message.build((error, built) => {
      if (error) return done(error, undefined as never);
      this.deliver({ from: String(from), to: String([to].flat()[0]) }, built).then(
        (response) => done(null, { response } as SentMessageInfo),
        (failed: Error) => done(failed, undefined as never),
      );
    });
  }

  close(): void {
    for (const line of this.free.splice(0)) line.end();
  }

  private forget(line: Line): void {
    const at = this.free.indexOf(line);
    if (at >= 0) this.free.splice(at, 1);
  }
}

/** One connection: opened by its first mail, for one mail at a time, gone after any failure. */
class Line {
  private readonly connection: SMTPConnection;
  /** Between two mails only: words said into the midst of a mail would become a part of it. */
  private idle: NodeJS.Timeout | undefined;
  private open = false;
  private over = false;
  private mails = 0;

  constructor(
    private readonly server: SMTPConnection.Options & { auth?: { user?: string; pass?: string } },
    private readonly idleMs: number,
    private readonly gone: (line: Line) => void,
  ) {
    this.connection = new SMTPConnection(server);
    // told to whoever waits for an answer; between two mails it is the server that has had enough
    this.connection.on('error', () => this.lost());
    this.connection.once('end', () => this.lost());
  }

  get usable(): boolean {
    return !this.over;
  }

  async deliver(envelope: Envelope, message: Buffer, mayLeave?: () => Promise<void>): Promise<string> {
    let handedOver = false;
    let late: NodeJS.Timeout | undefined;
    clearTimeout(this.idle);
    const tooLate = new Promise<never>((_, fail) => {
      late = setTimeout(() => fail(Object.assign(new Error('No answer in all that time'), { code: 'ETIMEDOUT' })), LONGEST_TRY_MS);
    });
    try {
      if (!this.open) await Promise.race([this.connect(), tooLate]);
      // given to nodemailer as what it can pipe: it does so once the server has said that it listens
      const write = (wire: Transform): void => {
        if (this.over) return; // the server did not wait so long
        handedOver = true;
        handOver(message, wire);
      };
      const piped = { pipe: (wire: Transform) => void (mayLeave ? mayLeave().then(() => write(wire)) : write(wire)) };
      const sent = new Promise<string>((resolve, reject) => {
        this.connection.send({ from: envelope.from, to: [envelope.to], size: message.length }, piped as never, (error, info) => (error ? reject(error) : resolve(info.response)));
      });
      const answer = await Promise.race([sent, tooLate]);
      if (++this.mails >= MAILS_ON_ONE_CONNECTION) this.end();
      else if (!this.over) this.idle = setTimeout(() => this.end(), this.idleMs).unref();
      return answer;
    } catch (error) {
      this.lost();
      this.connection.close();
      throw new FailedTry(error as Error, handedOver);
    } finally {
      clearTimeout(late);
    }
  }

  end(): void {
    if (this.over) return;
    this.lost();
    this.connection.quit();
  }

  private lost(): void {
    this.over = true;
    clearTimeout(this.idle);
    this.gone(this);
  }

  private connect(): Promise<void> {
    const { auth } = this.server;
    return new Promise((resolve, reject) => {
      const opened = (): void => { this.open = true; resolve(); };
      this.connection.once('error', reject);
      this.connection.once('end', () => reject(Object.assign(new Error('Connection closed'), { code: 'ECONNECTION' })));
      this.connection.connect((error?: Error | null) => {
        if (error) return reject(error);
        if (!auth || !this.connection.allowsAuth) return opened();
        this.connection.login({ credentials: { user: auth.user ?? '', pass: auth.pass ?? '' } } as never, (refused) => (refused ? reject(refused) : opened()));
      });
    });
  }
}

/** A line that does not end as lines do: for nodemailer to mend, byte by byte. */
const TO_MEND = /\r(?!\n)|(?<!\r)\n/;

/** Dots doubled and the final one added, in one write. */
function handOver(message: Buffer, wire: Transform): void {
  const text = message.toString('latin1');
  if (!text.endsWith('\r\n') || TO_MEND.test(text)) return void wire.end(message);
  wire._flush = (done) => done(null, Buffer.from(`${text.startsWith('.') ? '.' : ''}${text.replaceAll('\n.', '\n..')}.\r\n`, 'latin1'));
  wire.end();
}

async function whole(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
