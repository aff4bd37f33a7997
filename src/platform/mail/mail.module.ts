import { MailerModule, type MailerOptions } from '@nestjs-modules/mailer';
import { Module } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { Configuration } from '../config/configuration.js';
import { HouseMail } from './house-mail.js';
import { MailAllowance } from './mail-allowance.js';
import { Mailer } from './mailer.js';
import { SenderIdentity } from './sender-identity.js';
import { SmtpMailer } from './smtp-mailer.js';
import { SmtpWire } from './smtp-wire.js';

/** What a signature covers: all that a reader sees or a mail program acts on (RFC 8058 asks for both unsubscribe headers). */
const SIGNED_HEADERS = [
  'From', 'Reply-To', 'To', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding', 'Content-Language',
  'Auto-Submitted', 'List-Unsubscribe', 'List-Unsubscribe-Post',
].join(':');

export const smtpWire = ({ smtpUrl, dkim }: Pick<Configuration, 'smtpUrl' | 'dkim'>): SmtpWire => new SmtpWire({
  url: smtpUrl,
  dkim: dkim && { domainName: dkim.domain, keySelector: dkim.selector, privateKey: readFileSync(dkim.keyFile, 'utf8'), headerFieldNames: SIGNED_HEADERS },
});

export const mailerOptions = (wire: SmtpWire): MailerOptions => ({ transport: wire as NonNullable<MailerOptions['transport']> });

@Module({ providers: [{ provide: SmtpWire, inject: [Configuration], useFactory: smtpWire }], exports: [SmtpWire] })
class WireModule {}

/** Mail goes out here, and only here. */
@Module({
  imports: [WireModule, MailerModule.forRootAsync({ imports: [WireModule], inject: [SmtpWire], useFactory: mailerOptions })],
  providers: [{ provide: Mailer, useClass: SmtpMailer }, HouseMail, SenderIdentity, MailAllowance],
  exports: [Mailer, HouseMail, SenderIdentity, MailAllowance],
})
export class MailModule {}
