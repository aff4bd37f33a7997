import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { sameAddressKey } from '../../platform/model/address.js';
import { Aggregate } from '../../platform/model/aggregate.js';
import { Forbidden, Invalid, Refusal } from '../../platform/model/refusal.js';
import {
  COUNTDOWN_MS,
  HOST_MISSED_AFTER_MS,
  NO_TERMS,
  SessionCancelled,
  SessionDeleted,
  SessionEdited,
  SessionEnded,
  SessionOpening,
  SessionOpeningStopped,
  SessionRescheduled,
  SessionScheduled,
  SessionStarted,
  type Farewell,
  type FormField,
  type Picture,
  type Recording,
  type FormerField,
  type SessionFacts,
  type SessionStatus,
  type Steward,
  type Terms,
  type Theme,
} from '../events.js';
import { formerQuestions } from './former-questions.js';
import { slugFor } from './slug.js';
import { Teammate, type KeptLink, type NamedPerson } from './teammate.js';
import { termsAtStart, termsByRulesNow } from './terms.js';
import { TimeSlot } from './time-slot.js';

/** Whoever acts on a session: an organizer of its workspace, one of its hosts' seats, or the passing of time. */
export type Actor =
  | { kind: 'organizer'; userId: string; workspaceId: string; role: 'owner' | 'host'; /** A member whom the organizer named as its host. */ namedHost?: boolean }
  | { kind: 'host-seat'; sessionId: string }
  | { kind: 'steward-seat'; sessionId: string; steward: Steward }
  | 'nobody-left'
  | 'no-host';

export interface Plan {
  title: string;
  description: string;
  theme: Theme;
  slot: TimeSlot;
  form: FormField[] | null;
  terms?: Terms;
  farewell?: Farewell | null;
  countdown?: boolean;
  recording?: Recording;
  passcodeHash?: string | null;
  roomLimit?: number | null;
  picture?: Picture | null;
}

/** What is planned beside the time. A new choice is named here, and is edited, compared and copied with the others. */
const CHOICES = ['title', 'description', 'theme', 'form', 'terms', 'farewell', 'countdown', 'recording', 'passcodeHash', 'roomLimit', 'picture'] as const satisfies readonly (keyof Plan)[];
type Choices = Required<Pick<Plan, (typeof CHOICES)[number]>>;
const choicesIn = <Of extends Partial<Choices>>(of: Of): Of => Object.fromEntries(CHOICES.flatMap((name) => (of[name] === undefined ? [] : [[name, of[name]]]))) as Of;
const NOT_CHOSEN = { terms: NO_TERMS, farewell: null, countdown: false, recording: 'off', passcodeHash: null, roomLimit: null, picture: null } satisfies Partial<Choices>;

/** One event on the calendar: who hosts it, when it runs, and whether it still will. */
export class Session extends Aggregate<Session> {
  readonly id: string = randomUUID();
  readonly workspaceId!: string;
  readonly slug!: string;
  readonly title!: string;
  readonly description!: string;
  readonly theme!: Theme;
  readonly status: SessionStatus = 'scheduled';
  readonly form!: FormField[] | null;
  readonly terms!: Terms;
  /** What the form asked once, so that old answers keep their questions. */
  readonly askedBefore: FormerField[] = [];
  readonly farewell: Farewell | null = null;
  readonly recording!: Recording;
  /** Of what is asked of who comes without a link of their own; null where nothing is. */
  readonly passcodeHash: string | null = null;
  /** So many of the audience are in at once; null for no limit. */
  readonly roomLimit: number | null = null;
  readonly picture: Picture | null = null;
  readonly hostUserId!: string;
  readonly hostName!: string;
  readonly hostEmail!: string;
  readonly wallTime!: string;
  readonly timeZone!: string;
  readonly durationMinutes!: number;
  readonly startsAt!: Date;
  readonly createdAt!: Date;
  /** Whether *Start* counts from three to one first; and while it does, until when. */
  readonly countdown: boolean = false;
  readonly opensAt: Date | null = null;
  readonly startedAt: Date | null = null;
  readonly endedAt: Date | null = null;
  readonly steward: Steward | null = null;
  readonly scheduleVersion: number = 0;
  /** Counts saves; the ORM raises it and refuses the second of two writers. */
  readonly version: number = 1;

  constructor(workspaceId: string, host: { userId: string; name: string; email: string }, plan: Plan, now: Date, copyOf?: string) {
    super();
    refusePast(plan.slot, now);
    this.become({
      workspaceId,
      hostUserId: host.userId,
      hostName: host.name,
      hostEmail: host.email,
      slug: slugFor(plan.title),
      ...NOT_CHOSEN,
      ...choicesIn(plan),
      createdAt: now,
      ...columnsOf(plan.slot),
    });
    this.record(new SessionScheduled({ ...this.facts(this.version), ...(copyOf && { copyOf }) }));
  }

  /** Its host leaves for good; another one is whom attendees see and answer to. Nobody is told by mail: nothing else changes. */
  handOver(to: { userId: string; name: string; email: string }): void {
    if (this.hostUserId === to.userId || this.status === 'ended' || this.status === 'cancelled') return;
    this.become({ hostUserId: to.userId, hostName: to.name, hostEmail: to.email });
    this.record(new SessionEdited(this.facts(this.version + 1)));
  }

  /** Another one like it at another time, hosted by whoever asks for it: everything but people. Registering closes as long before the start as here. */
  duplicate(host: { userId: string; name: string; email: string }, slot: TimeSlot, now: Date): Session {
    return new Session(this.workspaceId, host, { ...this.choices, slot, terms: termsAtStart(this.terms, this.startsAt, slot) }, now, this.id);
  }

  private get choices(): Choices {
    return choicesIn(this);
  }

  get slot(): TimeSlot {
    return TimeSlot.stored(this.wallTime, this.timeZone, this.durationMinutes, this.startsAt);
  }

  /** Changes what is planned. Start, zone, duration and theme only while it is scheduled; the closing words also once it has ended. */
  edit(by: Actor, changes: Partial<Plan>, now: Date): void {
    this.refuseStrangers(by);
    const before = this.slot;
    const slot = changes.slot ?? before;
    const moved = !slot.equals(before);
    if ((moved || (changes.theme ?? this.theme) !== this.theme) && this.status !== 'scheduled') {
      throw new Refusal('session-not-movable', `It is already ${this.status}: time and theme stay as they are.`);
    }
    const edited = { ...this.choices, ...choicesIn(changes) };
    this.refuseTooLate(edited);
    if (moved) refusePast(slot, now);
    // Who is in has not been asked.
    if (this.recording === 'off' && edited.recording !== 'off' && this.status !== 'scheduled') throw new Refusal('recording-too-late', 'It has started: people are asked before they enter, so it can no longer be recorded.');
    // Compared by value: the database keeps an object's names in an order of its own.
    if (!moved && isDeepStrictEqual(this.choices, edited)) throw new Refusal('nothing-changed', 'That changes nothing.', 422);
    const askedBefore = formerQuestions(this.askedBefore, this.form ?? [], edited.form ?? [], now);
    this.become({ ...edited, ...columnsOf(slot), askedBefore, ...(moved && { opensAt: null, scheduleVersion: this.scheduleVersion + 1 }) });
    const facts = this.facts(this.version + 1);
    this.record(moved ? new SessionRescheduled({ ...facts, before: before.toJSON() }) : new SessionEdited(facts));
  }

  /** Shows a picture on the public page, or the same one in other words. */
  showPicture(by: Actor, picture: Picture, now: Date): void {
    this.refuseStrangers(by);
    if (!isDeepStrictEqual(this.picture, picture)) this.edit(by, { picture }, now);
  }

  /** Takes it away at any time: whoever is seen in it may ask for that when all is long over. */
  removePicture(by: Actor): void {
    this.refuseStrangers(by);
    this.forgetPicture();
  }

  forgetPicture(): void {
    if (!this.picture) return;
    this.become({ picture: null });
    this.record(new SessionEdited(this.facts(this.version + 1)));
  }

  /** Nothing is planned of what is over; but the closing page is read for weeks, and its words may follow what became of it. */
  private refuseTooLate(edited: Choices): void {
    if (this.status !== 'cancelled' && this.status !== 'ended') return;
    const farewellAlone = isDeepStrictEqual({ ...this.choices, farewell: null }, { ...edited, farewell: null });
    if (this.status === 'cancelled' || !farewellAlone) throw new Refusal('session-over', this.status === 'ended' ? 'It is already ended: only its closing words can still be changed.' : `It is already ${this.status}.`);
  }

  /** Keeps its wall times where a government has changed its zone's rules since; people are told when the start moved. */
  followZoneRules(now: Date): void {
    const before = this.slot;
    if (this.status !== 'scheduled' || before.startsAt <= now) return;
    const slot = before.byRulesNow();
    const terms = termsByRulesNow(this.terms, this.timeZone, now);
    const moved = !slot.equals(before);
    if (!moved && terms === this.terms) return;
    this.become({ ...columnsOf(slot), terms, ...(moved && { scheduleVersion: this.scheduleVersion + 1 }) });
    const facts = this.facts(this.version + 1);
    this.record(moved ? new SessionRescheduled({ ...facts, before: before.toJSON() }) : new SessionEdited(facts));
  }

  start(by: Actor, now: Date): void {
    if (this.status === 'scheduled' && this.isStewardInNeed(by, now)) by = { kind: 'host-seat', sessionId: this.id };
    this.refuseWhoIsNoHost(by);
    if (this.status === 'live') return; // two hosts pressed: one start
    if (this.status !== 'scheduled') throw new Refusal('session-not-startable', `It is already ${this.status}.`);
    if (!this.countdown) return this.goLive(now);
    if (this.opensAt) return; // it counts already
    this.become({ opensAt: new Date(now.getTime() + COUNTDOWN_MS) });
    this.record(new SessionOpening(this.facts(this.version + 1)));
  }

  /** A host thinks again while it counts. Two who do make one stop; once the doors are open it is too late. */
  stopCountdown(by: Actor): void {
    this.refuseWhoIsNoHost(by);
    if (this.status !== 'scheduled') throw new Refusal('countdown-over', `It is already ${this.status}: no countdown can be stopped.`);
    if (!this.opensAt) return;
    this.become({ opensAt: null });
    this.record(new SessionOpeningStopped(this.facts(this.version + 1)));
  }

  /** The countdown that was to end at that instant has come to one; another one, or none, changes nothing. */
  open(opensAt: Date, now: Date): void {
    if (this.status === 'scheduled' && this.opensAt?.getTime() === opensAt.getTime()) this.goLive(now);
  }

  private goLive(now: Date): void {
    this.become({ status: 'live', opensAt: null, startedAt: now, scheduleVersion: this.scheduleVersion + 1 });
    this.record(new SessionStarted({ ...this.facts(this.version + 1), startedAt: now.toISOString() }));
  }

  end(by: Actor, now: Date): void {
    this.refuseWhoIsNoHost(by);
    if (this.status === 'ended') return;
    if (this.status !== 'live') throw new Refusal('session-not-live', 'It is not live, so there is nothing to end.');
    this.become({ status: 'ended', endedAt: now, scheduleVersion: this.scheduleVersion + 1 });
    this.record(new SessionEnded({ ...this.facts(this.version + 1), startedAt: this.startedAt!.toISOString(), endedAt: now.toISOString() }));
  }

  cancel(by: Actor, now: Date): void {
    this.refuseStrangers(by);
    if (this.status === 'cancelled') return;
    if (this.status !== 'scheduled') throw new Refusal('session-not-cancellable', `It is already ${this.status}.`);
    this.become({ status: 'cancelled', opensAt: null, endedAt: now, scheduleVersion: this.scheduleVersion + 1 });
    this.record(new SessionCancelled({ ...this.facts(this.version + 1), cancelledAt: now.toISOString() }));
  }

  /** Says who may start where no host comes; null for nobody. */
  appoint(by: Actor, steward: Steward | null): void {
    this.refuseStrangers(by);
    this.refuseChangesToTheTeam();
    if (this.steward?.kind === steward?.kind && this.steward?.id === steward?.id) return;
    this.become({ steward });
    this.record(new SessionEdited(this.facts(this.version + 1)));
  }

  /** Puts somebody on the team: a host, or a speaker, with a link of their own. */
  name(by: Actor, person: NamedPerson, link: KeptLink, now: Date): Teammate {
    this.refuseStrangers(by);
    this.refuseChangesToTheTeam();
    if (sameAddressKey(person.email.trim()) === sameAddressKey(this.hostEmail)) throw alreadyNamed('They scheduled it, so they host it already.');
    return new Teammate(this.id, person, link, now);
  }

  /** @throws Refusal once there is nothing left to come to. */
  refuseChangesToTheTeam(): void {
    if (this.status === 'cancelled' || this.status === 'ended') throw new Refusal('session-over', `It is already ${this.status}.`);
  }

  /** Takes it off the calendar without a trace. Registration, which knows that nobody has come, is who asks. */
  delete(by: Actor): void {
    this.refuseStrangers(by);
    if (this.status === 'live') throw new Refusal('session-live', 'It is live: end it first.');
    this.record(new SessionDeleted({ sessionId: this.id, version: this.version + 1 }));
  }

  facts(version = this.version): SessionFacts {
    return {
      sessionId: this.id,
      workspaceId: this.workspaceId,
      slug: this.slug,
      title: this.title,
      description: this.description,
      theme: this.theme,
      status: this.status,
      when: this.slot.toJSON(),
      host: { userId: this.hostUserId, name: this.hostName, email: this.hostEmail },
      form: this.form,
      terms: this.terms,
      steward: this.steward,
      farewell: this.farewell,
      opensAt: this.opensAt?.toISOString() ?? null,
      recording: this.recording,
      picture: this.picture,
      passcode: this.passcodeHash !== null,
      roomLimit: this.roomLimit,
      version,
      scheduleVersion: this.scheduleVersion,
    };
  }

  /** @throws Forbidden for whoever may look at it, and no more. */
  refuseStrangers(by: Actor): void {
    if (typeof by === 'object' && by.kind === 'organizer' && (by.role === 'owner' || by.userId === this.hostUserId)) return;
    throw new Forbidden('not-the-organizer', 'Only its organizer can change it.');
  }

  /** Whether there is a host is Conferencing's to know, and is asked there. */
  private isStewardInNeed(by: Actor, now: Date): boolean {
    if (typeof by !== 'object' || by.kind !== 'steward-seat' || by.sessionId !== this.id) return false;
    return by.steward.kind === this.steward?.kind && by.steward.id === this.steward.id && now.getTime() >= this.startsAt.getTime() + HOST_MISSED_AFTER_MS;
  }

  private refuseWhoIsNoHost(by: Actor): void {
    if (typeof by === 'string') return; // time itself: Conferencing found nobody there
    if (by.kind === 'host-seat' && by.sessionId === this.id) return;
    if (by.kind === 'organizer' && (by.role === 'owner' || by.userId === this.hostUserId || by.namedHost)) return;
    throw new Forbidden('not-a-host', 'Only a host can do that.');
  }
}

/** An address has one link to a session, and one seat. */
export const alreadyNamed = (sentence: string): Refusal => new Refusal('already-named', sentence, 409, [{ pointer: '/email', code: 'already-named', detail: sentence }]);

function refusePast(slot: TimeSlot, now: Date): void {
  if (slot.startsAt <= now) throw Invalid.at('/wallTime', 'session-in-the-past', 'A session starts in the future.');
}

const columnsOf = ({ wallTime, timeZone, durationMinutes, startsAt }: TimeSlot): Pick<TimeSlot, 'wallTime' | 'timeZone' | 'durationMinutes' | 'startsAt'> => ({
  wallTime,
  timeZone,
  durationMinutes,
  startsAt,
});
