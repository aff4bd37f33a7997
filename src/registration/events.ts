import { Command, Query } from '@nestjs/cqrs';
import { DomainEvent } from '../platform/model/domain-event.js';

/**
 * Pending: the organizer has not looked yet. Waitlisted: all seats are taken. Offered: one is held for them until an hour, and is theirs once they say so. Barred: a host has banned its holder; like
 * a denied one it keeps the claim on its address, and nothing comes of it. Revoked: the organizer has taken the link back,
 * until they restore it; the claim stays, too. Only who is confirmed has a seat.
 */
export const REGISTRATION_STATUSES = ['confirmed', 'pending', 'waitlisted', 'offered', 'denied', 'withdrawn', 'barred', 'revoked'] as const;
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number];
/** How a session takes somebody in at this moment: all that whoever registers is told on the page. */
export const STANDINGS = ['confirmed', 'pending', 'waitlisted'] as const;
export type Standing = (typeof STANDINGS)[number];
export type Answers = Record<string, string | string[] | boolean | number>;

/** Everything that later contexts copy of a registration. The link travels only as ciphertext. */
export interface RegistrationFacts {
  registrationId: string;
  sessionId: string;
  email: string;
  name: string;
  /** IANA zone of the registrant's browser. */
  timeZone: string;
  /** BCP 47. */
  locale: string;
  status: RegistrationStatus;
  /** Until when (ISO 8601, UTC) a seat is held for them; only where they are `offered` one. */
  offeredUntil?: string;
  /** The join link's token, AES-256-GCM (`platform/config/sealed.ts`), base64. */
  sealedToken: string;
  /** Rises with a rotated link or a changed status: a part of the calendar's SEQUENCE. */
  revision: number;
  version: number;
}

export class AttendeeRegistered extends DomainEvent<RegistrationFacts & { registeredAt: string }> {
  static readonly storedName = 'registration.attendee-registered';
}

/** An address registered a second time: whoever has the mailbox gets the link again. */
export class LinkAskedAgain extends DomainEvent<{ registrationId: string; sessionId: string; askedAt: string }> {
  static readonly storedName = 'registration.link-asked-again';
}

/** The organizer gave it a new link: the old one opens nothing any more. */
export class LinkRotated extends DomainEvent<RegistrationFacts & { rotatedAt: string }> {
  static readonly storedName = 'registration.link-rotated';
}

/** Its holder, or the organizer for them, changed name, time zone, language or answers; answers travel nowhere. */
export class RegistrationChanged extends DomainEvent<RegistrationFacts & { changedAt: string }> {
  static readonly storedName = 'registration.registration-changed';
}

/** There is a seat for somebody who waited for one: the organizer approved, a seat was freed, or a link that was taken back was `restored`. `message`: in the organizer's words. */
export class SeatGiven extends DomainEvent<RegistrationFacts & { givenAt: string; message?: string; restored?: true }> {
  static readonly storedName = 'registration.seat-given';
}

/** Approved, or restored, and all seats are taken: in line for the first that is freed. Who comes when none is left is so from the start. */
export class RegistrationWaitlisted extends DomainEvent<RegistrationFacts & { waitlistedAt: string; message?: string; restored?: true }> {
  static readonly storedName = 'registration.registration-waitlisted';
}

/** A seat is held for who was first in line, until an hour; said again where that hour has become another. */
export class SeatOffered extends DomainEvent<RegistrationFacts & { offeredAt: string }> {
  static readonly storedName = 'registration.seat-offered';
}

/** The hour has passed, and they had not said yes: they are not in line any more. */
export class OfferLapsed extends DomainEvent<RegistrationFacts & { lapsedAt: string }> {
  static readonly storedName = 'registration.offer-lapsed';
}

/** The organizer said no; whoever had a seat has none any more. */
export class RegistrationDenied extends DomainEvent<RegistrationFacts & { deniedAt: string; message?: string }> {
  static readonly storedName = 'registration.registration-denied';
}

export class RegistrationWithdrawn extends DomainEvent<RegistrationFacts & { withdrawnAt: string }> {
  static readonly storedName = 'registration.registration-withdrawn';
}

/** Its holder may not come in any more, and hears nothing of the session; registering again changes nothing of that. */
export class RegistrationBarred extends DomainEvent<RegistrationFacts & { barredAt: string }> {
  static readonly storedName = 'registration.registration-barred';
}

/** The organizer has taken the link back: it opens nothing, and registering again is no way in, until they restore it. */
export class RegistrationRevoked extends DomainEvent<RegistrationFacts & { revokedAt: string }> {
  static readonly storedName = 'registration.registration-revoked';
}

/** Who it was is to be forgotten everywhere: copies, texts, whatever waits. The registration stays to be counted. */
export class RegistrationErased extends DomainEvent<{ registrationId: string; sessionId: string; erasedAt: string; version: number }> {
  static readonly storedName = 'registration.registration-erased';
}

/** Whom a join link admits, and to which session. Null for a link that admits nobody. */
export interface Admission {
  registrationId: string;
  sessionId: string;
  name: string;
  /** Only who is confirmed has a seat. The others are known, and not let in. */
  status: Exclude<RegistrationStatus, 'withdrawn'>;
  /** BCP 47: what this person reads. */
  locale: string;
  /** It is theirs, and opens nothing any more. */
  barred: boolean;
}

/** Read at the moment of entering, never remembered. `tokenHash`: SHA-256 of the token, hex. */
export class WhomThisLinkAdmits extends Query<Admission | null> {
  constructor(readonly tokenHash: string) {
    super();
  }
}

export interface Registered {
  registered: number;
  came: number;
}

/** How many hold a seat by their registration, or did when they came; and how many of them came. An erased one counts. */
export class HowManyRegistered extends Query<Registered> {
  constructor(
    readonly sessionId: string,
    readonly whoCame: readonly string[],
  ) {
    super();
  }
}

/** Asks Registration to keep a person out of the session for good: a ban binds to the registration. */
export class RequestBar extends Command<void> {
  constructor(readonly registrationId: string) {
    super();
  }
}

/** A registrant as an organizer knows them. */
export interface RegistrantFacts {
  registrationId: string;
  name: string;
  email: string;
  status: RegistrationStatus;
  registeredAt: string;
}

/** Null where there is none in that session, or it was erased. Refused as not found where the session is another workspace's. */
export class RegistrantOfSession extends Query<RegistrantFacts | null> {
  constructor(
    readonly sessionId: string,
    readonly registrationId: string,
    readonly workspaceId: string,
  ) {
    super();
  }
}

/** What Registration holds about a registrant, for themselves. */
export interface OwnFacts {
  session: { id: string; title: string; hostName: string; address: string; startsAt: string; endsAt: string; timeZone: string };
  registration: { id: string; email: string; name: string; timeZone: string; locale: string; status: RegistrationStatus; registeredAt: string; linkLastAskedForAt: string };
  /** `question` is null where the form no longer asks it. */
  answers: { key: string; question: string | null; answer: Answers[string] }[];
  erasedAfterDays: number;
}

/** By the token of their link. Refused as not found where it leads nowhere, or not any more. */
export class OwnData extends Query<OwnFacts> {
  constructor(readonly token: string) {
    super();
  }
}
