import { NO_TERMS, isOver, phaseOf, type FormField, type SessionFacts, type SessionStatus } from '../../scheduling/events.js';
import { NotFound, Refusal } from '../../platform/model/refusal.js';

/** Registration's own small copy of a session: enough to judge an application without asking anybody. */
export class PlannedSession {
  readonly sessionId!: string;
  readonly workspaceId!: string;
  readonly slug!: string;
  readonly status!: SessionStatus;
  readonly timeZone!: string;
  readonly startsAt!: Date;
  readonly endsAt!: Date;
  readonly form!: FormField[] | null;
  /** Each registration waits for the organizer's word. */
  readonly approval!: boolean;
  /** Seats for registrants; null for no limit. */
  readonly capacity!: number | null;
  /** A freed seat is offered to who is first in line for so many hours; null where it is given at once. */
  readonly waitlistOfferHours!: number | null;
  readonly closesAt!: Date | null;
  /** Who registers has to know a passcode. */
  readonly passcode!: boolean;
  /** When it was ended or cancelled, which is not its planned end. */
  readonly overAt!: Date | null;
  /** The session's own version: what is older is ignored. */
  readonly copiedVersion!: number;

  static of(facts: SessionFacts & { endedAt?: string | null; cancelledAt?: string }): PlannedSession {
    const { approval, capacity, closing, waitlistOfferHours = null } = facts.terms ?? NO_TERMS;
    const overAt = facts.endedAt ?? facts.cancelledAt;
    return Object.assign(new PlannedSession(), {
      sessionId: facts.sessionId,
      workspaceId: facts.workspaceId,
      slug: facts.slug,
      status: facts.status,
      timeZone: facts.when.timeZone,
      startsAt: new Date(facts.when.startsAt),
      endsAt: new Date(facts.when.endsAt),
      form: facts.form,
      approval,
      capacity,
      waitlistOfferHours,
      passcode: facts.passcode ?? false,
      closesAt: closing && new Date(closing.at),
      overAt: overAt ? new Date(overAt) : null,
      copiedVersion: facts.version,
    });
  }

  /** @throws Refusal where registering is closed or was never asked for. */
  formThatIsOpen(now: Date): FormField[] {
    if (!this.form) throw new NotFound('registration-page');
    const phase = phaseOf({ status: this.status, when: { startsAt: this.startsAt.toISOString(), endsAt: this.endsAt.toISOString() } }, now);
    if (isOver(phase)) throw new Refusal('registration-closed', `Registration is closed: the session ${phase === 'missed' ? 'did not take place' : phase === 'ended' ? 'is over' : 'was cancelled'}.`);
    if (this.closesAt && now >= this.closesAt) throw new Refusal('registration-hour-passed', 'Registration is closed: the hour that the organizer set has passed.');
    return this.form;
  }
}
