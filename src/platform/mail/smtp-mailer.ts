import { MailerService, type ISendMailOptions } from '@nestjs-modules/mailer';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Mailer, type OutgoingMail, type Outcome } from './mailer.js';
import { outcomeOf, withoutAddresses } from './smtp-outcome.js';

/** Longer than every single time-out together: a server that trickles its words must not hold a delivery for ever. */
export const LONGEST_TRY_MS = 75_000;

/** Message-IDs whose last byte has been written, while the server's answer is awaited. */
const handedOver = new Set<string>();

interface LeavingMessage {
  messageId(): string;
  createReadStream(options?: object): Readable;
}

/**
 * Watches the message leave, signed and all: once its last byte has been read for the wire comes the final
 * dot, and whatever fails then leaves us not knowing. Only then: streams read ahead, so a small mail is through
 * all of them before the server has said yes to its recipient.
 */
export const watchTheDot = {
  step: 'stream' as const,
  plugin: ({ message }: { message: LeavingMessage }, done: (error?: Error | null) => void): void => {
    const create = message.createReadStream.bind(message);
    message.createReadStream = (options) => create(options).once('end', () => handedOver.add(message.messageId()));
    done();
  },
};

/** The mail server, over nodemailer's pool. */
@Injectable()
export class SmtpMailer extends Mailer {
  constructor(private readonly mailer: MailerService) {
    super();
  }

  async send(mail: OutgoingMail): Promise<Outcome> {
    try {
      const { response } = (await this.mailer.sendMail(asOptions(mail))) as { response: string };
      return { kind: 'accepted', answer: withoutAddresses(response) };
    } catch (error) {
      return outcomeOf(error as Error, handedOver.has(mail.messageId));
    } finally {
      handedOver.delete(mail.messageId);
    }
  }
}

/** No `context`, no template: with them the mailer would fill in `{{…}}` unescaped. */
function asOptions(mail: OutgoingMail): ISendMailOptions {
  const options: ISendMailOptions & { envelope: object; messageId: string; signal: AbortSignal } = {
    envelope: { from: mail.bounceTo, to: mail.to.address },
    messageId: mail.messageId,
    from: mail.from,
    to: mail.to,
    ...(mail.replyTo && { replyTo: mail.replyTo }),
    ...(mail.inReplyTo && { inReplyTo: mail.inReplyTo, references: mail.inReplyTo }),
    date: mail.date,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'Content-Language': mail.language,
      ...mail.headers,
    },
    signal: AbortSignal.timeout(LONGEST_TRY_MS),
  };
  if (mail.invite) {
    const { method, file } = mail.invite;
    // base64 for both copies, so that no server on the way can change a line end in one of them
    const icalEvent = { method, filename: 'invite.ics', content: Buffer.from(file), contentTransferEncoding: 'base64' };
    options.icalEvent = icalEvent;
  }
  return options;
}
