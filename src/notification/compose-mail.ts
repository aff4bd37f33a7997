import { Injectable } from '@nestjs/common';
import { Configuration } from '../platform/config/configuration.js';
import { Sealer } from '../platform/config/sealed.js';
import { MailForm, mark } from '../platform/mail/mail-form.js';
import type { FinishedMail, OutgoingMail } from '../platform/mail/mailer.js';
import { denied, pending, waitlisted } from './letters/awaiting-a-seat.js';
import { calendarFile, type CalendarEntry } from './letters/calendar-file.js';
import { CalendarForm } from './letters/calendar-form.js';
import { cancellation } from './letters/cancellation.js';
import { cleanAddress, cleanName, cleanText } from '../platform/mail/clean.js';
import { confirmation } from './letters/confirmation.js';
import { hostMissing } from './letters/host-missing.js';
import { invitation } from './letters/invitation.js';
import { wordsFor } from './letters/languages.js';
import type { Letter, LetterData } from './letters/letter.js';
import { linkAgain } from './letters/link-again.js';
import { linkRotated } from './letters/link-rotated.js';
import { offerLapsed, offered } from './letters/offer.js';
import { reminder } from './letters/reminder.js';
import { sayable } from './letters/sheet.js';
import { update } from './letters/update.js';
import { FOLLOWS_THE_CONFIRMATION, type DueDelivery, type LetterKind, type Recipient, type ToldSession } from './model/due-delivery.js';
import { PersonalPages } from './personal-pages.js';

const LETTERS: Record<LetterKind, (data: LetterData) => Letter> = {
  confirmation, update, reminder, cancellation, pending, denied, waitlisted, offered, invitation, 'offer-lapsed': offerLapsed, 'link-again': linkAgain, 'link-rotated': linkRotated, 'host-missing': hostMissing,
};
/** They bring an entry into the calendar, change it or take it out; the others leave it as it is. */
const INVITING: readonly LetterKind[] = ['confirmation', 'update', 'link-again', 'link-rotated', 'invitation', 'cancellation'];
/** A cancellation takes an entry out: of whoever never had one, there is nothing to take. */
const bringsEntry = ({ kind, invited }: Pick<DueDelivery, 'kind' | 'invited'>): boolean => INVITING.includes(kind) && invited;

/** What a calendar entry needs beside the session and its person. */
interface Entry {
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  sequence: number;
  stampedAt: Date;
  answer: 'ACCEPTED' | 'NEEDS-ACTION';
}

/** What is one person's alone in a letter: the secret ends of its addresses. */
interface Person {
  /** Null for whoever planned it. */
  join: string | null;
  calendar: string;
  remindersOff: string;
}

interface Form {
  mail: MailForm;
  calendar: CalendarForm | null;
}

/** The columns that differ from one person to the next and do not decide what a letter looks like. */
const ONE_PERSONS = { id: null, email: null, sequence: null, createdAt: null, since: null, fence: null, attempts: null, confirmationId: null };
/** Written in a header and in a calendar as it stands; any other goes the long way. */
const PLAIN_ADDRESS = /^[A-Za-z0-9!#$&'*+/=?^_{|}~-]+(\.[A-Za-z0-9!#$&'*+/=?^_{|}~-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

/**
 * Makes the mail of one delivery, always the same one of the same row: Date, Message-ID, DTSTAMP and
 * SEQUENCE come from the ledger. Here alone a join link is unsealed, for as long as the mail exists.
 */
@Injectable()
export class ComposeMail {
  private readonly forms = new WeakMap<ToldSession, Map<string, Form>>();

  constructor(
    private readonly configuration: Configuration,
    private readonly sealer: Sealer,
    private readonly pages: PersonalPages,
  ) {}

  /**
   * The same mail, ready for the wire: what all of a session's people get alike is built once, and what is one
   * person's alone is set into its places.
   */
  finished(delivery: DueDelivery): OutgoingMail | FinishedMail {
    const { recipient, sequence, createdAt } = delivery;
    if (!PLAIN_ADDRESS.test(recipient.email)) return this.compose(delivery);
    const person = this.personOf(delivery);
    const { mail, calendar } = this.formFor(delivery);
    const { headers, to, ...envelope } = this.envelope(delivery, person);
    const places = {
      name: sayable(recipient.name), recipient: recipient.id, join: person.join ?? '', calendar: person.calendar, reminders: person.remindersOff,
    };
    const invite = calendar?.fill({ sequence, stampedAt: createdAt, createdAt: recipient.since, attendee: { name: recipient.name, address: recipient.email }, places }) ?? null;
    return { messageId: envelope.messageId, bounceTo: envelope.bounceTo, to, raw: mail.fill({ ...envelope, to, headers: headers ?? {}, places, invite }) };
  }

  compose(delivery: DueDelivery, person = this.personOf(delivery)): OutgoingMail {
    const { session, recipient, kind } = delivery;
    const letter = LETTERS[kind](this.letterData(delivery, person));
    const host = cleanName(session.hostName, 60);
    return {
      ...this.envelope(delivery, person),
      from: { name: host ? `${host} via Foyer` : 'Foyer', address: this.configuration.mailFrom },
      replyTo: isThePlanner(recipient) ? null : { name: host, address: cleanAddress(session.hostEmail) },
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      language: letter.language,
      invite: bringsEntry(delivery) ? this.invite(delivery, person) : null,
    };
  }

  /** What stands on the outside, for one person alone. */
  private envelope({ id, kind, recipient, createdAt, confirmationId }: DueDelivery, person: Person): Pick<OutgoingMail, 'messageId' | 'bounceTo' | 'to' | 'date' | 'inReplyTo' | 'headers'> {
    const { mailDomain } = this.configuration;
    const follows = FOLLOWS_THE_CONFIRMATION.includes(kind) ? confirmationId : null;
    return {
      messageId: `<${id}@${mailDomain}>`,
      bounceTo: `bounce+${id}@${mailDomain}`,
      to: { name: cleanName(recipient.name), address: cleanAddress(recipient.email) },
      date: createdAt,
      inReplyTo: follows && `<${follows}@${mailDomain}>`,
      // RFC 8058: the mail program may act on it without asking, so it is an address that acts on POST alone
      ...(kind === 'reminder' && { headers: { 'List-Unsubscribe': `<${this.pages.remindersOffAt(person.remindersOff)}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } }),
    };
  }

  /** Everything about a delivery that is not one person's alone decides which form it takes: also what nobody has thought of here. */
  private formFor(delivery: DueDelivery): Form {
    const { session, recipient, now, kind, ...rest } = delivery;
    const known = this.forms.get(session) ?? new Map<string, Form>();
    this.forms.set(session, known);
    const key = JSON.stringify([kind, { ...rest, ...ONE_PERSONS }, { ...recipient, ...ONE_PERSONS, name: sayable(recipient.name) === '', sealedToken: isThePlanner(recipient) }, kind === 'reminder' && minutesLeft(session, now)]);
    const form = known.get(key) ?? this.newForm(delivery);
    if (known.size >= 200 && !known.has(key)) known.clear();
    known.set(key, form);
    return form;
  }

  private newForm(delivery: DueDelivery): Form {
    const { recipient } = delivery;
    const model = {
      ...delivery, recipient: { ...recipient, id: mark('recipient'), name: sayable(recipient.name) && mark('name'), email: mark('address') },
    };
    const person = { join: isThePlanner(recipient) ? null : mark('join'), calendar: mark('calendar'), remindersOff: mark('reminders') };
    const withInvite = bringsEntry(delivery);
    return {
      mail: new MailForm(this.compose(model, person)),
      calendar: withInvite ? new CalendarForm(this.calendarEntry(model.session, { ...model.recipient, name: mark('attendee') }, this.entryOf(model), person.join)) : null,
    };
  }

  private personOf({ recipient }: DueDelivery): Person {
    return {
      join: recipient.sealedToken === null ? null : this.sealer.open(recipient.sealedToken),
      calendar: this.pages.token('calendar', recipient.id),
      remindersOff: this.pages.token('reminders-off', recipient.id),
    };
  }

  /** The entry of one person's calendar, as it stands now. */
  entry(session: ToldSession, recipient: Recipient, entry: Entry): string {
    return calendarFile(this.calendarEntry(session, recipient, entry, recipient.sealedToken === null ? null : this.sealer.open(recipient.sealedToken)));
  }

  private calendarEntry(session: ToldSession, recipient: Recipient, { method, sequence, stampedAt, answer }: Entry, joinToken: string | null): CalendarEntry {
    const words = wordsFor(recipient.locale);
    const joinUrl = method === 'CANCEL' ? null : this.joinUrl(session, joinToken);
    const about = cleanText(session.description, 1_000);
    return {
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
    };
  }

  private letterData(delivery: DueDelivery, person: Person): LetterData {
    const { session, recipient, kind, before, now, message } = delivery;
    return {
      to: recipient.role,
      recipientName: recipient.name,
      onlyWatches: recipient.role === 'attendee' && session.theme === 'webinar',
      recipientZone: recipient.timeZone,
      locale: recipient.locale,
      title: session.title,
      description: session.description,
      hostName: session.hostName,
      accent: session.accent ?? null,
      time: session,
      joinUrl: INVITING.includes(kind) || kind === 'reminder' || kind === 'host-missing' ? this.joinUrl(session, person.join) : null,
      linkIsPersonal: !isThePlanner(recipient),
      pageUrl: `${this.configuration.publicUrl}/s/${session.slug}`,
      calendarFileUrl: this.pages.calendarFileAt(person.calendar),
      ...(recipient.role === 'attendee' && person.join !== null && { ownPageUrl: `${this.configuration.publicUrl}/me/${person.join}` }),
      ...(kind === 'reminder' && { remindersOffUrl: this.pages.remindersOffAt(person.remindersOff) }),
      ...(before && { before: { startsAt: new Date(before.startsAt), endsAt: new Date(before.endsAt), timeZone: before.timeZone } }),
      ...(recipient.offeredUntil && { offeredUntil: new Date(recipient.offeredUntil) }),
      ...(message && { message }),
      minutesLeft: minutesLeft(session, now),
      live: session.status === 'live',
      cancelled: session.status === 'cancelled' ? 'session' : recipient.status === 'denied' || recipient.status === 'revoked' ? recipient.status : recipient.role === 'attendee' ? 'registration' : 'team',
    };
  }

  private joinUrl(session: ToldSession, token: string | null): string {
    const { publicUrl } = this.configuration;
    return token === null ? `${publicUrl}/room/${session.slug}` : `${publicUrl}/j/${token}`;
  }

  private invite(delivery: DueDelivery, person: Person): NonNullable<OutgoingMail['invite']> {
    const entry = this.entryOf(delivery);
    return { method: entry.method, file: calendarFile(this.calendarEntry(delivery.session, delivery.recipient, entry, person.join)) };
  }

  private entryOf({ kind, recipient, sequence, createdAt }: DueDelivery): Entry & { method: 'REQUEST' | 'CANCEL' } {
    // who was named did not say yes yet; who registered did
    const answer = recipient.role === 'attendee' || isThePlanner(recipient) ? 'ACCEPTED' : 'NEEDS-ACTION';
    return { method: kind === 'cancellation' ? 'CANCEL' : 'REQUEST', sequence, stampedAt: createdAt, answer };
  }
}

const minutesLeft = ({ startsAt }: ToldSession, now: Date): number => Math.ceil((startsAt.getTime() - now.getTime()) / 60_000);

/** Whoever planned it has no link of their own: the room knows them by their account. */
const isThePlanner = ({ sealedToken }: Recipient): boolean => sealedToken === null;
