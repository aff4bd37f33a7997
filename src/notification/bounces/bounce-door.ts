import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { Configuration } from '../../platform/config/configuration.js';
import { BookBounce } from './book-bounce.js';
import { deliveryStatusIn } from './delivery-status-report.js';

/** A report repeats at most the headers of what it is about; some servers add the whole mail. */
const LARGEST = 256 * 1024;
const CLIENTS = 20;
const PATIENCE_MS = 30_000;

const no = (responseCode: number, sentence: string): Error => Object.assign(new Error(sentence), { responseCode });

/**
 * Where mails come back: an SMTP server that takes reports for `bounce+<delivery>@` our domain and nothing
 * else. It relays nothing, keeps nothing, knows no passwords, and answers nobody by mail.
 */
@Injectable()
export class BounceDoor implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Bounces');
  private server: SMTPServer | null = null;

  constructor(
    private readonly configuration: Configuration,
    private readonly bounces: BookBounce,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { smtpInboundPort, smtpInboundHost, mailDomain } = this.configuration;
    if (smtpInboundPort === 0) return;
    const server = new SMTPServer({
      name: mailDomain,
      banner: 'for mails that came back, and for nothing else',
      disabledCommands: ['AUTH', 'STARTTLS'],
      authOptional: true,
      disableReverseLookup: true,
      size: LARGEST,
      maxClients: CLIENTS,
      socketTimeout: PATIENCE_MS,
      closeTimeout: 2_000,
      onRcptTo: (address, session, done) => void this.mayCome(address, session).then(() => done(), (error: Error) => done(error)),
      onData: (stream, session, done) => void this.take(stream, session).then(() => done(null), (error: Error) => done(error)),
    });
    // a client that breaks off is its own affair
    server.on('error', (error) => this.log.debug(error.message));
    this.server = server;
    await new Promise<void>((listening, failed) => {
      server.server.once('error', failed);
      server.listen(smtpInboundPort, smtpInboundHost, () => {
        server.server.off('error', failed);
        listening();
      });
    });
    this.log.log(`Mails that came back are taken on port ${smtpInboundPort}`);
  }

  onModuleDestroy(): Promise<void> {
    return new Promise((closed) => (this.server ? this.server.close(() => closed()) : closed()));
  }

  private async mayCome({ address }: SMTPServerAddress, session: SMTPServerSession): Promise<void> {
    if (session.envelope.rcptTo.length > 0) throw no(452, 'One at a time');
    const id = this.deliveryIn(address);
    if (!id) throw no(550, 'No such mailbox here, and nothing is passed on');
    const known = await this.bounces.knows(id).catch(() => { throw no(451, 'Not now'); });
    if (!known) throw no(550, 'No such mailbox here, and nothing is passed on');
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    // read to its end in any case, or the conversation cannot go on
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes <= LARGEST) chunks.push(chunk);
    }
    if (stream.sizeExceeded || bytes > LARGEST) throw no(552, 'Too large');
    const [recipient] = session.envelope.rcptTo;
    const id = recipient && this.deliveryIn(recipient.address);
    if (!id) throw no(550, 'No such mailbox here');
    const fate = deliveryStatusIn(Buffer.concat(chunks));
    if (!fate) return; // an automatic answer: taken, so that nobody is told that it failed, and forgotten
    await this.bounces.book(id, fate).catch((error: Error) => {
      this.log.warn(`A report on delivery ${id} was put off: ${error.message}`);
      throw no(451, 'Not now');
    });
  }

  private deliveryIn(address: string): string | null {
    const [, id, domain] = /^bounce\+([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([^@]+)$/i.exec(address) ?? [];
    return id && domain?.toLowerCase() === this.configuration.mailDomain.toLowerCase() ? id.toLowerCase() : null;
  }
}
