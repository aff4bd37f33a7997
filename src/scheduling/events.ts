import { Command, Query } from '@nestjs/cqrs';
import { DomainEvent } from '../platform/model/domain-event.js';

/** How a session's room behaves. */
export type Theme = 'meeting' | 'workshop' | 'webinar';
export const THEMES: readonly Theme[] = ['meeting', 'workshop', 'webinar'];
export type SessionStatus = 'scheduled' | 'live' | 'ended' | 'cancelled';

/** When, as planned by a person (wall clock, IANA zone, minutes) and as instants (ISO 8601, UTC). */
export interface When {
  wallTime: string;
  timeZone: string;
  durationMinutes: number;
  startsAt: string;
  endsAt: string;
}

export const FIELD_KINDS = ['short-text', 'long-text', 'choice', 'choices', 'checkbox', 'phone', 'url', 'number', 'date'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** A question that is asked only of who has given a certain answer to an earlier one. */
export interface Condition {
  /** Of a question that stands before: a choice, choices or a checkbox. */
  key: string;
  /** The option that has to be chosen, or `true` for a checkbox that has to be ticked. */
  is: string;
}

/** One question of a registration page beside e-mail and name. */
export interface FormField {
  key: string;
  label: string;
  help: string;
  kind: FieldKind;
  required: boolean;
  /** For `choice` and `choices` only. */
  options: string[];
  /** Left out where everybody is asked. */
  when?: Condition;
}

/** A question as it stood in the form until that moment (ISO 8601, UTC): those who were asked it have answered these words. */
export interface FormerField extends FormField {
  until: string;
}

/** When registering ends: a wall clock in the session's zone, and the instant (ISO 8601, UTC) that it was when it was set. */
export interface Closing {
  wallTime: string;
  at: string;
}

/** On which conditions people may register. */
export interface Terms {
  /** The organizer looks at each registration first. */
  approval: boolean;
  /** So many registrants have a seat, the others wait in line; null for no limit. */
  capacity: number | null;
  /** Null where registering ends with the session itself. */
  closing: Closing | null;
  /** A freed seat is offered to who is first in line for so many hours; left out where it is given at once. */
  waitlistOfferHours?: number;
}
export const NO_TERMS: Terms = { approval: false, capacity: null, closing: null };

/** The organizer's own words on the closing page: plain text with its line breaks, and where to go from there. */
export interface Farewell {
  text: string;
  link: { label: string; /** https */ url: string } | null;
}
/** What the public page shows of it beside the words. */
export interface Picture {
  /** SHA-256 of its bytes, base64url: the end of its address, at which nothing else ever stands. */
  hash: string;
  /** Pixels, as it is shown. */
  width: number;
  height: number;
  /** What it shows, for who does not see it; null where it only decorates. */
  alt: string | null;
}

/** Whether hosts may record it, and who may see what was recorded: the hosts alone, or everyone who was in. */
export type Recording = 'off' | 'hosts' | 'everyone';
export const RECORDINGS: readonly Recording[] = ['off', 'hosts', 'everyone'];

/** Who may start in a host's place where none has come: somebody on the team, or a registrant. */
export interface Steward {
  kind: 'teammate' | 'registration';
  id: string;
}
/** So long after the planned start people have waited long enough for a host. */
export const HOST_MISSED_AFTER_MS = 5 * 60_000;

/** Everything that later contexts copy of a session. */
export interface SessionFacts {
  sessionId: string;
  workspaceId: string;
  slug: string;
  title: string;
  description: string;
  theme: Theme;
  status: SessionStatus;
  when: When;
  /** The person whom attendees see as its host, and answer to. */
  host: { userId: string; name: string; email: string };
  /** Null where anyone with the address may come. */
  form: FormField[] | null;
  /** Left out by what was stored before there were any. */
  terms?: Terms;
  steward?: Steward | null;
  farewell?: Farewell | null;
  /** The host has pressed *Start*, and a countdown runs until then (ISO 8601, UTC). */
  opensAt?: string | null;
  recording?: Recording;
  picture?: Picture | null;
  /** Rises with each change that is saved: whoever copies ignores what is older. */
  version: number;
  /** Whether who comes without a link of their own is asked for a passcode. Left out in facts from before there were any. */
  passcode?: boolean;
  /** So many of the audience are in the room at once; null or left out for no limit. */
  roomLimit?: number | null;
  /** Rises with each change of start, zone, duration or status: a part of the calendar's SEQUENCE. */
  scheduleVersion: number;
}

/** From three to one. */
export const COUNTDOWN_MS = 3_000;
export const READY_BEFORE_MS = 30 * 60_000;
export const MISSED_AFTER_MS = 60 * 60_000;
export const PHASES = ['upcoming', 'ready', 'live', 'ended', 'cancelled', 'missed'] as const;
export type Phase = (typeof PHASES)[number];

/** What a status means at this moment: `ready` from 30 minutes before the start, `missed` an hour after an end without a start. */
export function phaseOf({ status, when }: { status: SessionStatus; when: Pick<When, 'startsAt' | 'endsAt'> }, now: Date): Phase {
  if (status !== 'scheduled') return status;
  if (now.getTime() > Date.parse(when.endsAt) + MISSED_AFTER_MS) return 'missed';
  return Date.parse(when.startsAt) - now.getTime() <= READY_BEFORE_MS ? 'ready' : 'upcoming';
}

/** Ended, cancelled or missed: what "the session's end" means, never the planned end. */
export const isOver = (phase: Phase): boolean => phase === 'ended' || phase === 'cancelled' || phase === 'missed';

/** Whether the hour that the organizer set has come. */
export const isClosedByHour = (terms: Terms | undefined, now: Date): boolean => !!terms?.closing && now.getTime() >= Date.parse(terms.closing.at);

/** Of a picture, what those are told who may see its session. */
export function shownPicture(slug: string, picture: Picture | null | undefined) {
  if (!picture) return null;
  const { hash, ...shown } = picture;
  return { path: `/api/public/sessions/${slug}/picture/${hash}`, ...shown };
}

/** What anybody with the address may know of a session; `accent` is its workspace's, which Identity knows. */
export function publicFacts(facts: SessionFacts, accent: string | null, now: Date) {
  const phase = phaseOf(facts, now);
  return {
    id: facts.sessionId,
    slug: facts.slug,
    title: facts.title,
    description: facts.description,
    hostName: facts.host.name,
    accent,
    picture: shownPicture(facts.slug, facts.picture),
    theme: facts.theme,
    when: facts.when,
    status: facts.status,
    phase,
    passcode: facts.passcode ?? false,
    registration: facts.form && { fields: facts.form, open: !isOver(phase) && !isClosedByHour(facts.terms, now), approval: facts.terms?.approval ?? false, closesAt: facts.terms?.closing?.at ?? null },
  };
}

/** `copyOf`: of which session it is a duplicate. */
export class SessionScheduled extends DomainEvent<SessionFacts & { copyOf?: string }> {
  static readonly storedName = 'scheduling.session-scheduled';
}

/** Start, zone or duration changed. */
export class SessionRescheduled extends DomainEvent<SessionFacts & { before: When }> {
  static readonly storedName = 'scheduling.session-rescheduled';
}

/** Title, description, theme or form changed; the time did not. */
export class SessionEdited extends DomainEvent<SessionFacts> {
  static readonly storedName = 'scheduling.session-edited';
}

/** The host has pressed *Start*: everyone is counted down, and the doors open at `opensAt`. */
export class SessionOpening extends DomainEvent<SessionFacts> {
  static readonly storedName = 'scheduling.session-opening';
}

/** A host stopped the countdown: the doors stay closed, and who waits goes on waiting. */
export class SessionOpeningStopped extends DomainEvent<SessionFacts> {
  static readonly storedName = 'scheduling.session-opening-stopped';
}

/** The host opened the doors. */
export class SessionStarted extends DomainEvent<SessionFacts & { startedAt: string }> {
  static readonly storedName = 'scheduling.session-started';
}

export class SessionEnded extends DomainEvent<SessionFacts & { startedAt: string; endedAt: string }> {
  static readonly storedName = 'scheduling.session-ended';
}

export class SessionCancelled extends DomainEvent<SessionFacts & { cancelledAt: string }> {
  static readonly storedName = 'scheduling.session-cancelled';
}

export class SessionDeleted extends DomainEvent<{ sessionId: string; version: number }> {
  static readonly storedName = 'scheduling.session-deleted';
}

/** What somebody named by the organizer does in the room. */
export type TeamRole = 'host' | 'speaker';
export const TEAM_ROLES: readonly TeamRole[] = ['host', 'speaker'];
export type TeammateStatus = 'named' | 'removed';

/** Everything that later contexts copy of a named host or speaker. The link travels only as ciphertext. */
export interface TeammateFacts {
  teammateId: string;
  sessionId: string;
  role: TeamRole;
  name: string;
  email: string;
  /** BCP 47. */
  locale: string;
  status: TeammateStatus;
  /** The join link's token, AES-256-GCM (`platform/config/sealed.ts`), base64. */
  sealedToken: string;
  /** Rises with a rotated link or a changed status: a part of the calendar's SEQUENCE. */
  revision: number;
  version: number;
}

export class TeammateNamed extends DomainEvent<TeammateFacts & { namedAt: string }> {
  static readonly storedName = 'scheduling.teammate-named';
}

/** The organizer wants the link in their mailbox once more. */
export class TeammateLinkAskedAgain extends DomainEvent<{ teammateId: string; sessionId: string; askedAt: string }> {
  static readonly storedName = 'scheduling.teammate-link-asked-again';
}

/** They have a new link; the old one opens nothing any more. */
export class TeammateLinkRotated extends DomainEvent<TeammateFacts & { rotatedAt: string }> {
  static readonly storedName = 'scheduling.teammate-link-rotated';
}

export class TeammateRemoved extends DomainEvent<TeammateFacts & { removedAt: string }> {
  static readonly storedName = 'scheduling.teammate-removed';
}

/** Who it was is to be forgotten everywhere: copies, texts, whatever waits. */
export class TeammateErased extends DomainEvent<{ teammateId: string; sessionId: string; role: TeamRole; erasedAt: string; version: number }> {
  static readonly storedName = 'scheduling.teammate-erased';
}

/** Who of a session's team stands at the door. */
export interface TeamAdmission {
  teammateId: string;
  sessionId: string;
  role: TeamRole;
  name: string;
}

/**
 * Whether somebody is on a session's team now: by their link (SHA-256 of the token, hex), by a member's account,
 * by their address, or by the seat that they took before. Read at the moment of entering, never remembered.
 */
export class WhomTheTeamAdmits extends Query<TeamAdmission | null> {
  constructor(readonly by: { tokenHash: string } | { sessionId: string; userId: string } | { sessionId: string; emailKey: string } | { teammateId: string }) {
    super();
  }
}

/** A session as it stands now, by id or by the end of its public address. Null where there is none. */
export class SessionAsPlanned extends Query<SessionFacts & { startedAt: string | null; endedAt: string | null; askedBefore: FormerField[] } | null> {
  constructor(readonly by: { sessionId: string } | { slug: string }) {
    super();
  }
}

/**
 * Somebody comes without a link of their own, from that network address, and shows a passcode. Nothing happens where it
 * is right, or none is asked for; refused `passcode-needed` or `wrong-passcode`, and `too-many` after too many wrong ones.
 */
export class ShowPasscode extends Command<void> {
  constructor(
    readonly sessionId: string,
    readonly passcode: string | undefined,
    readonly from: string,
  ) {
    super();
  }
}

/** Who asks for a start or an end from inside the room: a host's seat, without the organizer's cookie. */
export interface HostSeat {
  kind: 'host-seat';
  sessionId: string;
  seatId: string;
}

/** The seat of whoever the organizer named to start where no host comes. */
export interface StewardSeat {
  kind: 'steward-seat';
  sessionId: string;
  steward: Steward;
}

/** Asks Scheduling to start it; Scheduling decides. */
export class RequestStart extends Command<void> {
  constructor(readonly sessionId: string, readonly by: HostSeat | StewardSeat) {
    super();
  }
}

/** Asks Scheduling to stop the countdown that *Start* began; refused `countdown-over` once the doors are open. */
export class RequestCountdownStop extends Command<void> {
  constructor(readonly sessionId: string, readonly by: HostSeat) {
    super();
  }
}

/** Asks Scheduling to end it, by a host's seat or because nobody is left (`'nobody-left'`, `'no-host'`). */
export class RequestEnd extends Command<void> {
  constructor(readonly sessionId: string, readonly by: HostSeat | 'nobody-left' | 'no-host') {
    super();
  }
}

/** Asks Scheduling to keep who may start in a host's place; only Registration knows whose address it was. Null for nobody. */
export class RequestSteward extends Command<void> {
  constructor(readonly sessionId: string, readonly steward: Steward | null, readonly by: { kind: 'organizer'; userId: string; workspaceId: string; role: 'owner' | 'host' }) {
    super();
  }
}

/** Asks Scheduling to delete a session that nobody registered for; only Registration knows that. */
export class RequestDeletion extends Command<void> {
  constructor(readonly sessionId: string, readonly by: { kind: 'organizer'; userId: string; workspaceId: string; role: 'owner' | 'host' }) {
    super();
  }
}
