import type { RegistrationStatus } from '../../registration/events.js';
import type { SessionStatus, Theme } from '../../scheduling/events.js';

/** What a person may be told by mail. The names are those of the ledger. */
export type LetterKind =
  | 'confirmation' | 'update' | 'link-again' | 'link-rotated' | 'reminder' | 'cancellation'
  | 'pending' | 'denied' | 'waitlisted' | 'offered' | 'offer-lapsed' | 'invitation' | 'host-missing';

/** To who has no seat: named like how they stand. They bring no invite, and a move of the session makes none of them untrue. */
const ABOUT_WAITING: readonly LetterKind[] = ['pending', 'waitlisted', 'offered', 'denied'];
export const isAboutWaiting = (kind: LetterKind): boolean => ABOUT_WAITING.includes(kind);

export type DeliveryStatus = 'queued' | 'deferred' | 'sent' | 'failed' | 'superseded' | 'expired' | 'bounced';

/** Notification's copy of a session: what letters say of it. */
export interface ToldSession {
  id: string;
  slug: string;
  title: string;
  description: string;
  /** Empty where nobody has heard of it yet. */
  theme: Theme | '';
  status: SessionStatus;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  hostName: string;
  hostEmail: string;
  /** The colour of its workspace; left out or null for the house's own. */
  accent?: string | null;
  /** The schedule version that brought the present start, zone and duration. */
  slotVersion: number;
}

/** Notification's copy of whoever gets mail about a session: a registrant, whoever scheduled it, a named host or speaker. */
export interface Recipient {
  id: string;
  role: 'attendee' | 'host' | 'speaker';
  email: string;
  name: string;
  /** Empty while nobody knows it: the session's then. */
  timeZone: string;
  locale: string;
  status: RegistrationStatus;
  /** Until when (ISO 8601) a seat is held for who is offered one. */
  offeredUntil?: string | null;
  /** Ciphertext; null for whoever scheduled it, who signs in. */
  sealedToken: string | null;
  since: Date;
  remindersOff: boolean;
}

/** One claimed delivery with all that its letter needs. */
export interface DueDelivery {
  id: string;
  kind: LetterKind;
  status: DeliveryStatus;
  slotVersion: number;
  sequence: number;
  createdAt: Date;
  before: { startsAt: string; endsAt: string; timeZone: string } | null;
  fence: number;
  attempts: number;
  session: ToldSession;
  recipient: Recipient;
  /** The recipient's confirmation or invitation that was sent first: what later mails answer to. */
  confirmationId: string | null;
  /** What the organizer adds in their own words. */
  message: string | null;
  /** Whether an entry of this session may stand in their calendar: what brings one, and what follows one. */
  invited: boolean;
  /** Of an update: by now they believe what is true. */
  toldAlready: boolean;
  /** Too much that was sent to this address came back. */
  addressStopped: boolean;
  /** The database's clock. */
  now: Date;
}

/** They are shown below the letter that confirmed (In-Reply-To). */
export const FOLLOWS_THE_CONFIRMATION: readonly LetterKind[] = ['update', 'link-rotated', 'cancellation'];
