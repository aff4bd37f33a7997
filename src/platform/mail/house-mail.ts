import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Configuration } from '../config/configuration.js';
import { Clock } from '../model/clock.js';
import { Mailer, type Mailbox, type Outcome } from './mailer.js';
import { plainLetter, type PlainLetter } from './plain-letter.js';

/** Mails that are about no session: they come from Foyer itself, an answer to them goes nowhere else, and they stand in no ledger. */
@Injectable()
export class HouseMail {
  constructor(
    private readonly mailer: Mailer,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  /** @param to as it may stand in a header: cleaned by whoever knows who typed it */
  send(to: Mailbox, letter: PlainLetter): Promise<Outcome> {
    const { mailDomain, mailFrom } = this.configuration;
    const id = randomUUID();
    return this.mailer.send({
      messageId: `<${id}@${mailDomain}>`,
      bounceTo: `bounce+${id}@${mailDomain}`,
      from: { name: 'Foyer', address: mailFrom },
      to,
      replyTo: null,
      date: this.clock.now(),
      ...plainLetter(letter),
      inReplyTo: null,
      invite: null,
    });
  }
}
