import { Injectable } from '@nestjs/common';
import { Configuration } from '../platform/config/configuration.js';
import { Sealer } from '../platform/config/sealed.js';
import type { OutgoingMail } from '../platform/mail/mailer.js';
import { calendarFile } from './letters/calendar-file.js';
import { cancellation } from './letters/cancellation.js';
import { cleanAddress, cleanName, cleanText } from './letters/clean.js';
import { confirmation } from './letters/confirmation.js';
import type { Letter, LetterData } from './letters/letter.js';
import { linkAgain } from './letters/link-again.js';
import { reminder } from './letters/reminder.js';
import { update } from './letters/update.js';
import { wordsFor } from './letters/languages.js';
import type { DueDelivery, LetterKind } from './model/due-delivery.js';

const LETTERS: Record<LetterKind, (data: LetterData) => Letter> = { confirmation, update, reminder, cancellation, 'link-again': linkAgain };

/**
 * Makes the mail of one delivery, always the same one of the same row: Date, Message-ID, DTSTAMP and
 * SEQUENCE come from the ledger. Here alone a join link is unsealed, for as long as the mail exists.
 */
@Injectable()
export class ComposeMail {
  constructor(
    private readonly configuration: Configuration,
    private readonly sealer: Sealer,
  ) {}

  compose(delivery: DueDelivery): OutgoingMail {
    const { session, recipient, kind } = delivery;
    const { mailDomain, mailFrom } = this.configuration;
    const letter = LETTERS[kind](this.letterData(delivery));
    const host = cleanName(session.hostName, 60);
    const follows = kind === 'update' || kind === 'cancellation' ? delivery.confirmationId : null;
    return {
      messageId: `<${delivery.id}@${mailDomain}>`,
      bounceTo: `bounce+${delivery.id}@${mailDomain}`,
      from: { name: host ? `${host} via Foyer` : 'Foyer', address: mailFrom },
      to: { name: cleanName(recipient.name), address: cleanAddress(recipient.email) },
      replyTo: recipient.role === 'host' ? null : { name: host, address: cleanAddress(session.hostEmail) },
      date: delivery.createdAt,
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      language: letter.language,
      inReplyTo: follows && `<${follows}@${mailDomain}>`,
      invite: kind === 'reminder' ? null : this.invite(delivery),
    };
  }

  private letterData(delivery: DueDelivery): LetterData {
    const { session, recipient, before, now } = delivery;
    return {
      to: recipient.role,
      recipientName: recipient.name,
      recipientZone: recipient.timeZone,
      locale: recipient.locale,
      title: session.title,
      description: session.description,
      hostName: session.hostName,
      time: session,
      joinUrl: this.joinUrl(delivery),
      pageUrl: `${this.configuration.publicUrl}/s/${session.slug}`,
      ...(before && { before: { startsAt: new Date(before.startsAt), endsAt: new Date(before.endsAt), timeZone: before.timeZone } }),
      minutesLeft: Math.ceil((session.startsAt.getTime() - now.getTime()) / 60_000),
      live: session.status === 'live',
      cancelled: session.status === 'cancelled' ? 'session' : 'registration',
    };
  }

  /** A host has no link of their own: the room knows them by their account. */
  private joinUrl({ kind, session, recipient }: DueDelivery): string | null {
    if (kind === 'cancellation') return null;
    const { publicUrl } = this.configuration;
    return recipient.sealedToken === null ? `${publicUrl}/room/${session.slug}` : `${publicUrl}/j/${this.sealer.open(recipient.sealedToken)}`;
  }

  private invite(delivery: DueDelivery): NonNullable<OutgoingMail['invite']> {
    const { session, recipient, kind } = delivery;
    const words = wordsFor(recipient.locale);
    const joinUrl = this.joinUrl(delivery);
    const method = kind === 'cancellation' ? 'CANCEL' : 'REQUEST';
    const about = cleanText(session.description, 1_000);
    const file = calendarFile({
      method,
      uid: `${recipient.role === 'host' ? 'seat' : 'reg'}-${recipient.id}@${this.configuration.mailDomain}`,
      sequence: delivery.sequence,
      stampedAt: delivery.createdAt,
      createdAt: recipient.since,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      summary: session.title,
      description: joinUrl ? [`${words.joinAt} ${joinUrl}`, ...(recipient.role === 'host' ? [] : [words.personal]), ...(about ? ['', about] : [])].join('\n') : words.cancellation.heading,
      joinUrl,
      joinLabel: words.joinLabel,
      organizer: { name: session.hostName, address: this.configuration.mailFrom },
      attendee: { name: recipient.name, address: recipient.email, answer: 'ACCEPTED' },
    });
    return { method, file };
  }
}
