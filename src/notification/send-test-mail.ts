import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { Configuration } from '../platform/config/configuration.js';
import { RateLimit } from '../platform/http/rate-limit.js';
import { HouseMail } from '../platform/mail/house-mail.js';
import type { Outcome } from '../platform/mail/mailer.js';
import { SenderIdentity, type SenderChecks } from '../platform/mail/sender-identity.js';
import { cleanAddress, cleanName } from '../platform/mail/clean.js';
import { testMail } from './letters/test-mail.js';

export interface TestMailSent {
  sentTo: string;
  outcome: 'accepted' | 'refused' | 'deferred' | 'not-reached' | 'unknown';
  answer: string;
  checks: SenderChecks;
}

/** An organizer wants to see that mails arrive, and whether receivers will believe them. To their own address only. */
export class SendTestMail extends Command<TestMailSent> {
  constructor(readonly by: Principal) {
    super();
  }
}

@CommandHandler(SendTestMail)
export class SendTestMailHandler implements ICommandHandler<SendTestMail> {
  constructor(
    private readonly configuration: Configuration,
    private readonly mails: HouseMail,
    private readonly identity: SenderIdentity,
    private readonly limit: RateLimit,
  ) {}

  async execute({ by }: SendTestMail): Promise<TestMailSent> {
    await this.limit.spend('mail-test', by.userId, { most: 5, seconds: 3_600 });
    const [outcome, checks] = await Promise.all([
      this.mails.send({ name: cleanName(by.name), address: cleanAddress(by.email) }, testMail({ name: by.name, from: this.configuration.mailFrom })),
      this.identity.check(),
    ]);
    return { sentTo: by.email, outcome: named(outcome.kind), answer: outcome.answer, checks };
  }
}

const named = (kind: Outcome['kind']): TestMailSent['outcome'] => (kind === 'transport' ? 'not-reached' : kind);
