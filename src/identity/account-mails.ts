import { Injectable, Logger } from '@nestjs/common';
import { Configuration } from '../platform/config/configuration.js';
import { cleanName } from '../platform/mail/clean.js';
import { HouseMail } from '../platform/mail/house-mail.js';
import { MailAllowance } from '../platform/mail/mail-allowance.js';
import type { PlainLetter } from '../platform/mail/plain-letter.js';

interface Said extends Omit<PlainLetter, 'name'> {
  about: 'sign-in' | 'confirmation' | 'invitation';
}

/** How long a link in such a mail works. */
export const SIGN_IN_LINK_SECONDS = 15 * 60;
export const CONFIRMING_LINK_SECONDS = 24 * 3_600;
export const INVITATION_SECONDS = 7 * 24 * 3_600;

/**
 * The mails about an account itself. Not in the ledger: who waits for one sits before the page that offers it again.
 * For organizers, so in English as their pages are. What a link carries stands behind its `#`, which no server
 * is told and no log keeps, and opening it changes nothing: the page acts at the press of a button.
 */
@Injectable()
export class AccountMails {
  private readonly log = new Logger('Identity');
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly mails: HouseMail,
    private readonly configuration: Configuration,
    private readonly allowance: MailAllowance,
  ) {}

  signInLink(to: { name: string; email: string }, token: string): void {
    this.send(to, {
      about: 'sign-in',
      subject: 'Your link to sign in to Foyer',
      heading: 'Sign in',
      lines: ['You asked for a link to sign in. It works once, within a quarter of an hour.'],
      link: { address: this.page('sign-in', 'link', token), says: 'Sign in' },
      after: 'If it was not you who asked, nothing has happened, and nothing will: leave this mail be.',
    });
  }

  confirmAddress(to: { name: string; email: string }, token: string): void {
    this.send(to, {
      about: 'confirmation',
      subject: 'Is this your address?',
      heading: 'Is this your address?',
      lines: ['An account at Foyer was opened with it. Please confirm that it is yours, within a day.'],
      link: { address: this.page('sign-in', 'confirm', token), says: 'Confirm my address' },
      after: 'If you opened no account, do nothing: without your word it stays unconfirmed.',
    });
  }

  invitation(to: { name: string; email: string }, { workspaceName, invitedBy }: { workspaceName: string; invitedBy: string }, token: string): void {
    this.send(to, {
      about: 'invitation',
      subject: `${oneLine(invitedBy)} invites you to ${oneLine(workspaceName)}`,
      heading: 'You are invited',
      lines: [`${oneLine(invitedBy)} asks you to schedule and host sessions together, in the workspace “${oneLine(workspaceName)}”. The invitation stands for a week.`],
      link: { address: this.page('sign-in', 'join', token), says: 'See the invitation' },
      after: 'If you do not know who this is, do nothing: without your word nothing happens.',
    });
  }

  /** Resolves once nothing is on its way any more. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private page(path: string, name: string, token: string): string {
    return `${this.configuration.publicUrl}/${path}#${name}=${encodeURIComponent(token)}`;
  }

  /** Nobody waits for the mail server, or the time of an answer would tell whether an address has an account. */
  private send(to: { name: string; email: string }, said: Said): void {
    const sending = this.sendUnlessTooMany(to, said)
      .catch((error: Error) => this.log.warn(`A mail about an account was not written: ${error.message}`))
      .finally(() => this.underWay.delete(sending));
    this.underWay.add(sending);
  }

  /** Anybody can type anybody's address: what is too much for one day is not sent, and nobody is told. */
  private async sendUnlessTooMany(to: { name: string; email: string }, { about, ...letter }: Said): Promise<void> {
    if (!(await this.allowance.bookNow('accounts', to.email, about))) return this.log.warn('A mail about an account was held back: its address had too many today.');
    const name = oneLine(to.name);
    const outcome = await this.mails.send({ name, address: to.email }, { ...letter, name });
    if (outcome.kind !== 'accepted') this.log.warn(`A mail about an account did not leave (${outcome.kind}).`);
  }
}

/** A stranger may have typed it: one short line, and nothing that a mail program would make a link of. */
export const oneLine = (text: string): string => cleanName(text, 60).replace(/(?<=[\p{L}\p{N}])[.:/@]+(?=[\p{L}\p{N}])/gu, ' ');
