import { MailerModule, type MailerOptions } from '@nestjs-modules/mailer';
import { Module } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { Configuration } from '../config/configuration.js';
import { Mailer } from './mailer.js';
import { SenderIdentity } from './sender-identity.js';
import { SmtpMailer, watchTheDot } from './smtp-mailer.js';

/** Connections to the mail server at one time; as many mails are under way. */
export const CONNECTIONS = 8;

/** What a signature covers: all that a reader sees or a mail program acts on (RFC 8058 asks for both unsubscribe headers). */
const SIGNED_HEADERS = [
  'From', 'Reply-To', 'To', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding', 'Content-Language',
  'Auto-Submitted', 'List-Unsubscribe', 'List-Unsubscribe-Post',
].join(':');

export const mailerOptions = ({ smtpUrl, dkim }: Pick<Configuration, 'smtpUrl' | 'dkim'>): MailerOptions => ({
  transport: {
    url: smtpUrl,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: 1_000,
    // the ledger decides what is sent again, and when
    maxRequeues: 0,
    // below the patience of most servers, which otherwise close first and spoil the next mail
    idleTimeout: 20_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    dnsTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: readFileSync(dkim.keyFile, 'utf8'), headerFieldNames: SIGNED_HEADERS } }),
  } as unknown as NonNullable<MailerOptions['transport']>,
  plugins: [watchTheDot],
});

/** Mail goes out here, and only here. */
@Module({
  imports: [MailerModule.forRootAsync({ imports: [], inject: [Configuration], useFactory: (configuration: Configuration) => mailerOptions(configuration) })],
  providers: [{ provide: Mailer, useClass: SmtpMailer }, SenderIdentity],
  exports: [Mailer, SenderIdentity],
})
export class MailModule {}
