import { MailerService } from '@nestjs-modules/mailer';
import { Injectable } from '@nestjs/common';
import { Mailer, type FinishedMail, type OutgoingMail, type Outcome } from './mailer.js';
import { asOptions } from './mail-options.js';
import { outcomeOf, withoutAddresses } from './smtp-outcome.js';
import { SmtpWire, type FailedTry } from './smtp-wire.js';

/** The mail server, over SMTP. */
@Injectable()
export class SmtpMailer extends Mailer {
  constructor(
    private readonly mailer: MailerService,
    private readonly wire: SmtpWire,
  ) {
    super();
  }

  async send(mail: OutgoingMail | FinishedMail, mayLeave: () => Promise<void> = async () => undefined): Promise<Outcome> {
    try {
      if (!('raw' in mail)) await mayLeave(); // nodemailer has no such moment
      const answer = 'raw' in mail
        ? await this.wire.deliver({ from: mail.bounceTo, to: mail.to.address }, mail.raw, mayLeave)
        : ((await this.mailer.sendMail(asOptions(mail))) as { response: string }).response;
      return { kind: 'accepted', answer: withoutAddresses(answer) };
    } catch (error) {
      return outcomeOf(error as Error, (error as Partial<FailedTry>).handedOver === true);
    }
  }
}
