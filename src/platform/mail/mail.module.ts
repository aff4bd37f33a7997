import { MailerModule, type MailerOptions } from '@nestjs-modules/mailer';
import { Module } from '@nestjs/common';
import { Configuration } from '../config/configuration.js';
import { Mailer } from './mailer.js';
import { SmtpMailer, watchTheDot } from './smtp-mailer.js';

/** Connections to the mail server at one time; as many mails are under way. */
export const CONNECTIONS = 8;

export const mailerOptions = (smtpUrl: string): MailerOptions => ({
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
  } as unknown as NonNullable<MailerOptions['transport']>,
  plugins: [watchTheDot],
});

/** Mail goes out here, and only here. */
@Module({
  imports: [MailerModule.forRootAsync({ imports: [], inject: [Configuration], useFactory: ({ smtpUrl }: Configuration) => mailerOptions(smtpUrl) })],
  providers: [{ provide: Mailer, useClass: SmtpMailer }],
  exports: [Mailer],
})
export class MailModule {}
