import { Injectable } from '@nestjs/common';
import { Configuration } from '../platform/config/configuration.js';
import { Sealer } from '../platform/config/sealed.js';
import type { OutgoingMail } from '../platform/mail/mailer.js';
import { denied, pending, waitlisted } from './letters/awaiting-a-seat.js';
import { calendarFile } from './letters/calendar-file.js';
import { cancellation } from './letters/cancellation.js';
import { cleanAddress, cleanName, cleanText } from './letters/clean.js';
import { confirmation } from './letters/confirmation.js';
import { hostMissing } from './letters/host-missing.js';
import { invitation } from './letters/invitation.js';
import { wordsFor } from './letters/languages.js';
import type { Letter, LetterData } from './letters/letter.js';
import { linkAgain } from './letters/link-again.js';
import { linkRotated } from './letters/link-rotated.js';
import { reminder } from './letters/reminder.js';
import { update } from './letters/update.js';
import type { DueDelivery, LetterKind, Recipient, ToldSession } from './model/due-delivery.js';
import { PersonalPages } from './personal-pages.js';

const LETTERS: Record<LetterKind, (data: LetterData) => Letter> = {
  confirmation, update, reminder, cancellation, pending, denied, waitlisted, invitation, 'link-again': linkAgain, 'link-rotated': linkRotated, 'host-missing': hostMissing,
};
/** They bring an entry into the calendar, change it or take it out; the others leave it as it is. */
const WITH_INVITE: readonly LetterKind[] = ['confirmation', 'update', 'link-again', 'link-rotated', 'invitation', 'cancellation'];
const FOLLOWS_THE_CONFIRMATION: readonly LetterKind[] = ['update', 'link-rotated', 'cancellation'];

/** What a calendar entry needs beside the session and its person. */
interface Entry {
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  sequence: number;
  stampedAt: Date;
  answer: 'ACCEPTED' | 'NEEDS-ACTION';
}

/**
 * Makes the mail of one delivery, always the same one of the same row: Date, Message-ID, DTSTAMP and
 * SEQUENCE come from the ledger. Here alone a join link is unsealed, for as long as the mail exists.
 */
@Injectable()
export class ComposeMail {
  constructor(
    private readonly configuration: Configuration,
    private readonly sealer: Sealer,
    private readonly pages: PersonalPages,
  ) {}

  compose(delivery: DueDelivery): OutgoingMail {
    const { session, recipient, kind } = delivery;
    const { mailDomain, mailFrom } = this.configuration;
    const letter = LETTERS[kind](this.letterData(delivery));
    const host = cleanName(session.hostName, 60);
    const follows = FOLLOWS_THE_CONFIRMATION.includes(kind) ? delivery.confirmationId : null;
    return {
      messageId: `<${delivery.id}@${mailDomain}>`,
      bounceTo: `bounce+${delivery.id}@${mailDomain}`,
      from: { name: host ? `${host} via Foyer` : 'Foyer', address: mailFrom },
      to: { name: cleanName(recipient.name), address: cleanAddress(recipient.email) },
      replyTo: isThePlanner(recipient) ? null : { name: host, address: cleanAddress(session.hostEmail) },
      date: delivery.createdAt,
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      language: letter.language,
      inReplyTo: follows && `<${follows}@${mailDomain}>`,
      // RFC 8058: the mail program may act on it without asking, so it is an address that acts on POST alone
      ...(kind === 'reminder' && { headers: { 'List-Unsubscribe': `<${this.pages.remindersOff(recipient.id)}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } }),
      invite: WITH_INVITE.includes(kind) ? this.invite(delivery) : null,
    };
  }

  /** The entry of one person's calendar, as it stands now. */
  entry(session: ToldSession, recipient: Recipient, { method, sequence, stampedAt, answer }: Entry): string {
    const words = wordsFor(recipient.locale);
    const joinUrl = method === 'CANCEL' ? null : this.joinUrl(session, recipient);
    const about = cleanText(session.description, 1_000);
    return calendarFile({
      method,
      uid: `${recipient.role === 'attendee' ? 'reg' : 'seat'}-${recipient.id}@${this.configuration.mailDomain}`,
      sequence,
      stampedAt,
      createdAt: recipient.since,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      summary: session.title,
      description: joinUrl ? [`${words.joinAt} ${joinUrl}`, ...(isThePlanner(recipient) ? [] : [words.personal]), ...(about ? ['', about] : [])].join('\n') : words.cancellation.heading,
      joinUrl,
      joinLabel: words.joinLabel,
      organizer: { name: session.hostName, address: this.configuration.mailFrom },
      attendee: { name: recipient.name, address: recipient.email, answer },
    });
  }

  private letterData(delivery: DueDelivery): LetterData {
    const { session, recipient, kind, before, now } = delivery;
    return {
      to: recipient.role,
      recipientName: recipient.name,
      recipientZone: recipient.timeZone,
      locale: recipient.locale,
      title: session.title,
      description: session.description,
      hostName: session.hostName,
      time: session,
      joinUrl: WITH_INVITE.includes(kind) || kind === 'reminder' || kind === 'host-missing' ? this.joinUrl(session, recipient) : null,
      linkIsPersonal: !isThePlanner(recipient),
      pageUrl: `${this.configuration.publicUrl}/s/${session.slug}`,
      calendarFileUrl: this.pages.calendarFile(recipient.id),
      ...(recipient.role === 'attendee' && recipient.sealedToken !== null && { ownPageUrl: `${this.configuration.publicUrl}/me/${this.sealer.open(recipient.sealedToken)}` }),
      ...(kind === 'reminder' && { remindersOffUrl: this.pages.remindersOff(recipient.id) }),
      ...(before && { before: { startsAt: new Date(before.startsAt), endsAt: new Date(before.endsAt), timeZone: before.timeZone } }),
      minutesLeft: Math.ceil((session.startsAt.getTime() - now.getTime()) / 60_000),
      live: session.status === 'live',
      cancelled: session.status === 'cancelled' ? 'session' : recipient.role === 'attendee' ? 'registration' : 'team',
    };
  }

  private joinUrl(session: ToldSession, { sealedToken }: Recipient): string {
    const { publicUrl } = this.configuration;
    return sealedToken === null ? `${publicUrl}/room/${session.slug}` : `${publicUrl}/j/${this.sealer.open(sealedToken)}`;
  }

  private invite(delivery: DueDelivery): NonNullable<OutgoingMail['invite']> {
    const { session, recipient, kind, sequence } = delivery;
    const method = kind === 'cancellation' ? 'CANCEL' : 'REQUEST';
    // who was named did not say yes yet; who registered did
    const answer = recipient.role === 'attendee' || isThePlanner(recipient) ? 'ACCEPTED' : 'NEEDS-ACTION';
    return { method, file: this.entry(session, recipient, { method, sequence, stampedAt: delivery.createdAt, answer }) };
  }
}

/** Whoever planned it has no link of their own: the room knows them by their account. */
const isThePlanner = ({ sealedToken }: Recipient): boolean => sealedToken === null;
