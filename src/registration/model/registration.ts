import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { isAddress, sameAddressKey } from '../../platform/model/address.js';
import { Aggregate } from '../../platform/model/aggregate.js';
import { Forbidden, Invalid, Refusal, type Mistake } from '../../platform/model/refusal.js';
import { isTimeZone } from '../../platform/model/wall-time.js';
import type { FormField } from '../../scheduling/events.js';
import { AttendeeRegistered, LinkAskedAgain, LinkRotated, OfferLapsed, RegistrationBarred, RegistrationChanged, RegistrationDenied, RegistrationErased, RegistrationRevoked, RegistrationWaitlisted, RegistrationWithdrawn, SeatGiven, SeatOffered, type Answers, type RegistrationFacts, type RegistrationStatus } from '../events.js';
import { judgeAnswers } from './answers.js';
import { reviseAnswers } from './revised-answers.js';

/** What somebody typed into the registration page. */
export interface Application {
  email: string;
  name: string;
  answers: Readonly<Record<string, unknown>>;
  timeZone?: string;
  locale?: string;
}

/** What a registrant wants changed; what is not named stays. */
export interface Wish {
  name?: string;
  answers?: Readonly<Record<string, unknown>>;
  timeZone?: string;
  locale?: string;
}

/** A link to the room, as it is kept: never in clear. */
export interface KeptLink {
  tokenHash: string;
  sealedToken: string;
}

export const MAX_NAME = 100;
/** Only against a flood of facts: whether a mail went out within the last minute is known where mails are sent. */
const LINK_AGAIN_AFTER_MS = 5_000;
const LOCALE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/;

/** A person's claim on a seat, by e-mail address. What tells who it is becomes null once it is erased. */
export class Registration extends Aggregate<Registration> {
  readonly id: string = randomUUID();
  readonly sessionId!: string;
  readonly email!: string | null;
  readonly emailKey!: string | null;
  readonly name!: string | null;
  readonly answers!: Answers | null;
  readonly timeZone!: string;
  readonly locale!: string;
  readonly status: RegistrationStatus = 'confirmed';
  /** Until when a seat is held for who is `offered` one. */
  readonly offeredUntil: Date | null = null;
  readonly tokenHash!: string | null;
  readonly sealedToken!: string | null;
  readonly revision: number = 0;
  readonly registeredAt!: Date;
  readonly linkAskedAt!: Date;
  readonly erasedAt: Date | null = null;
  readonly version: number = 1;

  /** @throws Invalid naming every mistake in the application where it stands. */
  constructor(session: { sessionId: string; form: readonly FormField[]; timeZone: string; approval?: boolean }, application: Application, link: KeptLink, now: Date) {
    super();
    const email = application.email.trim();
    const name = application.name.trim();
    const { answers, mistakes } = judgeAnswers(session.form, application.answers);
    const all = [...mistakesInAddress(email), ...mistakesInName(name), ...mistakes];
    if (all.length > 0) throw new Invalid(all);
    this.become({
      ...link,
      ...(session.approval && { status: 'pending' }),
      sessionId: session.sessionId,
      email,
      emailKey: sameAddressKey(email),
      name,
      answers,
      // A browser may report a zone that this server does not know: the session's is then the best guess.
      timeZone: application.timeZone && isTimeZone(application.timeZone) ? application.timeZone : session.timeZone,
      locale: application.locale && LOCALE.test(application.locale) ? application.locale : 'en',
      registeredAt: now,
      linkAskedAt: now,
    });
    this.record(new AttendeeRegistered({ ...this.facts(), registeredAt: now.toISOString() }));
  }

  /** @throws Invalid naming every mistake; Refusal once the seat was given up. */
  change(form: readonly FormField[], wish: Wish, now: Date): void {
    this.refuseWithoutClaim();
    const { answers, mistakes } = reviseAnswers(form, this.answers ?? {}, wish.answers ?? {});
    const kept = { name: this.name, answers: this.answers, timeZone: this.timeZone, locale: this.locale };
    const wanted = { name: wish.name?.trim() ?? this.name, answers, timeZone: wish.timeZone ?? this.timeZone, locale: wish.locale ?? this.locale };
    const all = [...(wanted.name === kept.name ? [] : mistakesInName(wanted.name ?? '')), ...mistakesInPlace(wish), ...mistakes];
    if (all.length > 0) throw new Invalid(all);
    if (isDeepStrictEqual(wanted, kept)) return;
    this.become(wanted);
    this.record(new RegistrationChanged({ ...this.facts(this.version + 1), changedAt: now.toISOString() }));
  }

  /** There is a seat for them. Who has one keeps it; who gave it up, or was forgotten, gets none. */
  giveSeat(now: Date, message?: string): void {
    if (this.status === 'confirmed' || this.status === 'withdrawn' || this.status === 'barred') return;
    const restored = this.restored();
    this.become({ status: 'confirmed', offeredUntil: null, revision: this.revision + 1 });
    this.record(new SeatGiven({ ...this.facts(this.version + 1), givenAt: now.toISOString(), ...(message && { message }), ...restored }));
  }

  /** A seat is held for who waits in line, until the hour is over; another hour is said, the same one is not said twice. */
  offerSeat(until: Date, now: Date): void {
    if (this.status !== 'waitlisted' && (this.status !== 'offered' || this.offeredUntil?.getTime() === until.getTime())) return;
    this.become({ status: 'offered', offeredUntil: until, revision: this.revision + 1 });
    this.record(new SeatOffered({ ...this.facts(this.version + 1), offeredAt: now.toISOString() }));
  }

  /** They want the seat that is held for them. @throws Refusal where none is, or not any more. */
  acceptOffer(now: Date): void {
    if (this.status === 'confirmed') return;
    this.refuseWithoutClaim();
    if (this.status !== 'offered' || this.offeredUntil! <= now) throw new Refusal('offer-over', 'No seat is held for you at the moment.');
    this.giveSeat(now);
  }

  /** They did not say yes in time: the seat goes to the next, and they are in line no more. */
  lapse(now: Date): void {
    if (this.status !== 'offered') return;
    this.become({ status: 'withdrawn', offeredUntil: null, revision: this.revision + 1 });
    this.record(new OfferLapsed({ ...this.facts(this.version + 1), lapsedAt: now.toISOString() }));
  }

  /** Welcome, and no seat is free. Who has one keeps it. */
  waitlist(now: Date, message?: string): void {
    if (this.status !== 'pending' && this.status !== 'denied' && this.status !== 'revoked') return;
    const restored = this.restored();
    this.become({ status: 'waitlisted', revision: this.revision + 1 });
    this.record(new RegistrationWaitlisted({ ...this.facts(this.version + 1), waitlistedAt: now.toISOString(), ...(message && { message }), ...restored }));
  }

  /** No, also to who had a seat. Said twice it is said once. */
  deny(now: Date, message?: string): void {
    if (this.status === 'denied' || this.status === 'withdrawn' || this.status === 'barred' || this.status === 'revoked') return;
    this.become({ status: 'denied', offeredUntil: null, revision: this.revision + 1 });
    this.record(new RegistrationDenied({ ...this.facts(this.version + 1), deniedAt: now.toISOString(), ...(message && { message }) }));
  }

  /** Gives the seat back, or the place in line. Done twice it is done once. */
  withdraw(now: Date): void {
    if (this.status === 'withdrawn') return;
    this.refuseWithoutClaim();
    this.become({ status: 'withdrawn', offeredUntil: null, revision: this.revision + 1 });
    this.record(new RegistrationWithdrawn({ ...this.facts(this.version + 1), withdrawnAt: now.toISOString() }));
  }

  /** The link is taken back, and the seat or the place in line with it. Its address stays taken, so that registering again is no way back in. */
  revoke(now: Date): void {
    if (this.status === 'revoked') return;
    this.refuseWithoutClaim();
    this.become({ status: 'revoked', offeredUntil: null, revision: this.revision + 1 });
    this.record(new RegistrationRevoked({ ...this.facts(this.version + 1), revokedAt: now.toISOString() }));
  }

  /** Keeps its holder out for good. Its address stays taken, so that registering again is no way back in. */
  bar(now: Date): void {
    if (this.status !== 'confirmed') return;
    this.become({ status: 'barred', revision: this.revision + 1 });
    this.record(new RegistrationBarred({ ...this.facts(this.version + 1), barredAt: now.toISOString() }));
  }

  /** The link once more into the mailbox, unless a mail with it has just gone: that is decided where mails are sent. */
  askForLinkAgain(now: Date): void {
    this.refuseWithoutClaim();
    if (now.getTime() - this.linkAskedAt.getTime() < LINK_AGAIN_AFTER_MS) return;
    this.become({ linkAskedAt: now });
    this.record(new LinkAskedAgain({ registrationId: this.id, sessionId: this.sessionId, askedAt: now.toISOString() }));
  }

  /** A new link; the old one opens nothing any more, and whoever came in by it is shown out. */
  rotateLink(link: KeptLink, now: Date): void {
    this.refuseWithoutClaim();
    this.become({ ...link, revision: this.revision + 1, linkAskedAt: now });
    this.record(new LinkRotated({ ...this.facts(this.version + 1), rotatedAt: now.toISOString() }));
  }

  /** Forgets who it was, and with that the seat and the link. What is left is counted. */
  erase(now: Date): void {
    if (this.erasedAt) return;
    this.become({ email: null, emailKey: null, name: null, answers: null, tokenHash: null, sealedToken: null, status: 'withdrawn', offeredUntil: null, erasedAt: now });
    this.record(new RegistrationErased({ registrationId: this.id, sessionId: this.sessionId, erasedAt: now.toISOString(), version: this.version + 1 }));
  }

  facts(version = this.version): RegistrationFacts {
    const { sessionId, email, name, timeZone, locale, status, sealedToken, revision } = this;
    if (email === null || name === null || sealedToken === null) throw new Refusal('registration-erased', 'It was erased: nothing is known of it.', 410);
    return { registrationId: this.id, sessionId, email, name, timeZone, locale, status, ...(this.offeredUntil && { offeredUntil: this.offeredUntil.toISOString() }), sealedToken, revision, version };
  }

  private restored(): { restored?: true } {
    return this.status === 'revoked' ? { restored: true } : {};
  }

  /** @throws Refusal for who gave it up, was denied, barred or revoked. A claim given up would be free to be made anew. */
  private refuseWithoutClaim(): void {
    if (this.status === 'denied') throw new Refusal('registration-denied', 'The organizer could not approve this registration.');
    if (this.status === 'revoked') throw new Forbidden('registration-revoked', 'The organizer has taken this link back: it opens nothing any more.');
    if (this.status === 'barred') throw new Forbidden('banned', 'A host of this session has banned you from it.');
    if (this.status === 'withdrawn') throw new Refusal('registration-withdrawn', 'This registration was cancelled. Register again to come after all.');
  }
}

function mistakesInAddress(email: string): Mistake[] {
  if (!email) return [{ pointer: '/email', code: 'required', detail: 'Please give your e-mail address.' }];
  return isAddress(email) ? [] : [{ pointer: '/email', code: 'address', detail: 'That does not look like an e-mail address.' }];
}

function mistakesInName(name: string): Mistake[] {
  const at = (code: string, detail: string): Mistake[] => [{ pointer: '/name', code, detail }];
  if (!name) return at('required', 'Please give your name.');
  if (name.length > MAX_NAME) return at('too-long', `At most ${MAX_NAME} characters, please.`);
  return /[\u0000-\u001f\u007f]/.test(name) || !name.isWellFormed() ? at('characters', 'It contains characters that cannot be stored.') : [];
}

/** Chosen by a person, not reported by a browser: what is not known is said. */
function mistakesInPlace({ timeZone, locale }: Wish): Mistake[] {
  const mistakes: Mistake[] = [];
  if (timeZone !== undefined && !isTimeZone(timeZone)) mistakes.push({ pointer: '/timeZone', code: 'time-zone', detail: 'Choose a time zone such as Europe/Berlin.' });
  if (locale !== undefined && !LOCALE.test(locale)) mistakes.push({ pointer: '/locale', code: 'locale', detail: 'Choose a language.' });
  return mistakes;
}
