import { randomBytes, randomUUID } from 'node:crypto';
import type { Doors, Kind, Place, Role } from '../../../client/protocol.js';
import { Aggregate } from '../../platform/model/aggregate.js';
import { Refusal } from '../../platform/model/refusal.js';
import { COUNTDOWN_MS, isOver, phaseOf, type Phase, type Farewell, type Recording, type SessionFacts, type Steward, type Theme, type When } from '../../scheduling/events.js';
import { HostMissed } from '../events.js';
import type { Admission, Seat } from './seat.js';

const secret = (): string => randomBytes(20).toString('base64url');

/** How many may send at once, whatever the theme: beyond it a room is no conversation. */
const PUBLISHERS = 100;

/** The live room of a session: whether its doors are open, and to whom. */
export class Room extends Aggregate<Room> {
  readonly sessionId!: string;
  readonly workspaceId!: string;
  readonly slug!: string;
  readonly title!: string;
  readonly theme!: Theme;
  readonly status!: Doors;
  readonly when!: When;
  readonly hostUserId!: string;
  readonly needsRegistration!: boolean;
  /** Who may start in a host's place where none has come. */
  readonly steward!: Steward | null;
  /** So many of the audience are in at once; null for no limit. */
  readonly roomLimit!: number | null;
  /** The organizer's own words for whoever was there. */
  readonly farewell!: Farewell | null;
  /** *Start* was pressed, and everyone is counted down until then. */
  readonly opensAt!: Date | null;
  /** Whether hosts may record, and who may see it. */
  readonly recording!: Recording;
  readonly startedAt: Date | null = null;
  readonly endedAt: Date | null = null;
  /** Scheduling's version of what is copied here: what is older is ignored. */
  readonly copiedVersion!: number;
  /** Scheduling's, too: which of the times that it was planned for. */
  readonly scheduleVersion!: number;
  /** The planned start is well past, and no host is there: who waits is told. */
  readonly hostMissing: boolean = false;
  /** For which schedule version the hosts were reminded. */
  readonly remindedVersion: number | null = null;
  /** Rises with each change that waiting people are told of. */
  readonly doors: number = 1;
  /** Rises with each change of who is visible in the room. */
  readonly roster: number = 0;
  /** Who is new knocks. */
  readonly locked: boolean = false;
  readonly microphonesHeld: boolean = false;
  readonly camerasHeld: boolean = false;
  /** Rises with each decision of a host that everyone is told of; `knocks` with those who come to the door, for hosts alone. */
  readonly moderation: number = 0;
  readonly knocks: number = 0;
  readonly mediaId: string = randomUUID();
  readonly mediaSecret: string = secret();
  readonly mediaPin: string = secret();

  constructor(facts: SessionFacts) {
    super();
    this.take(facts);
  }

  /** Follows what Scheduling decided. Says whether people have to be told. */
  follow(facts: SessionFacts, times: { startedAt?: string; endedAt?: string }): boolean {
    if (facts.version <= this.copiedVersion) return false;
    // At another time, or with open doors, nobody misses a host yet.
    const hostMissing = this.hostMissing && facts.scheduleVersion === this.scheduleVersion;
    this.take(facts);
    Object.assign(this, {
      doors: this.doors + 1,
      hostMissing,
      startedAt: times.startedAt ? new Date(times.startedAt) : this.startedAt,
      endedAt: times.endedAt ? new Date(times.endedAt) : this.endedAt,
    });
    return true;
  }

  phase(now: Date): Phase {
    return phaseOf({ status: this.status, when: this.when }, now);
  }

  isSteward({ occupantKind, occupantId }: Pick<Seat, 'occupantKind' | 'occupantId'>): boolean {
    return this.steward?.kind === occupantKind && this.steward.id === occupantId;
  }

  /** Whether somebody needs a free place to come in. Who was in and did not leave has one: a lost network costs nobody theirs. */
  needsPlace(role: Role, seat: Pick<Seat, 'left' | 'admission'> | null): boolean {
    return this.roomLimit !== null && role === 'attendee' && !(seat && !seat.left && seat.admission === 'admitted');
  }

  /** No host is there although it should have begun. The hosts are reminded once for each time that it was planned for. */
  missHost(now: Date): void {
    if (this.hostMissing || this.status !== 'scheduled') return;
    this.become({ hostMissing: true, doors: this.doors + 1 });
    if (this.remindedVersion === this.scheduleVersion) return;
    this.become({ remindedVersion: this.scheduleVersion });
    this.record(new HostMissed({ sessionId: this.sessionId, scheduleVersion: this.scheduleVersion, missedAt: now.toISOString() }));
  }

  /** A host is backstage: nobody need be worried any more. */
  welcomeHost(): void {
    if (this.hostMissing) this.become({ hostMissing: false, doors: this.doors + 1 });
  }

  /** @throws Refusal once it is over. A host may still come to one that was missed, and start it. */
  refuseWhenOver(role: Role, now: Date): void {
    const phase = this.phase(now);
    if (!isOver(phase) || (phase === 'missed' && role === 'host')) return;
    throw new Refusal('session-over', phase === 'ended' ? 'The session is over.' : phase === 'cancelled' ? 'The session was cancelled.' : 'The session did not take place.', 409, [], { phase });
  }

  /** Hosts and speakers are in the room before the start; everyone else waits for the host. */
  placeOf(role: Role): Place {
    if (this.status === 'live') return 'room';
    if (this.status !== 'scheduled') return 'closed';
    return role === 'attendee' ? 'foyer' : 'backstage';
  }

  /** Who has to be let in first stands at the door, as long as there is one. */
  placeOfSeat({ role, admission }: { role: Role; admission: Admission }): Place {
    const place = this.placeOf(role);
    return place === 'closed' || admission === 'admitted' ? place : 'door';
  }

  /** What only a host lets people turn on again. */
  get held(): Kind[] {
    return [...(this.microphonesHeld ? ['audio' as const] : []), ...(this.camerasHeld ? ['video' as const] : [])];
  }

  /** Who may send audio and video without being invited. */
  onStageFromTheStart(role: Role): boolean {
    return role !== 'attendee' || this.theme === 'meeting';
  }

  /** Whether attendees off stage are told of each other by name. */
  get showsAudience(): boolean {
    return this.theme !== 'webinar';
  }

  /** How long the countdown still lasts, in milliseconds: a span, for no two clocks agree. Nothing where none runs. */
  countdown(now: Date): { opensIn?: number } {
    if (this.status !== 'scheduled' || !this.opensAt) return {};
    return { opensIn: Math.min(COUNTDOWN_MS, Math.max(0, this.opensAt.getTime() - now.getTime())) };
  }

  /** For whoever was there, once it has ended: never before, and not where it was called off. */
  get lastWords(): { farewell?: Farewell } {
    return this.status === 'ended' && this.farewell ? { farewell: this.farewell } : {};
  }

  get media(): { id: string; secret: string; pin: string; publishers: number } {
    return { id: this.mediaId, secret: this.mediaSecret, pin: this.mediaPin, publishers: PUBLISHERS };
  }

  private take(facts: SessionFacts): void {
    Object.assign(this, {
      sessionId: facts.sessionId,
      workspaceId: facts.workspaceId,
      slug: facts.slug,
      title: facts.title,
      theme: facts.theme,
      status: facts.status,
      when: facts.when,
      hostUserId: facts.host.userId,
      needsRegistration: facts.form !== null,
      steward: facts.steward ?? null,
      roomLimit: facts.roomLimit ?? null,
      recording: facts.recording ?? 'off',
      farewell: facts.farewell ?? null,
      opensAt: facts.opensAt ? new Date(facts.opensAt) : null,
      copiedVersion: facts.version,
      scheduleVersion: facts.scheduleVersion,
    });
  }
}
