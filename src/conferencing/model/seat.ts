import { randomUUID } from 'node:crypto';
import type { Kind, Person, Role } from '../../../client/protocol.js';
import { Forbidden, Refusal } from '../../platform/model/refusal.js';
import type { Recording } from '../../scheduling/events.js';

/** Who sits there: a registration, a named host or speaker, an organizer, or a guest known by the seat's cookie alone. */
export type Occupant = { kind: 'registration' | 'teammate' | 'organizer'; id: string } | { kind: 'guest' };

/** Whether a seat is let in: it is, it waits for a host's word, or a host has said no, in one of three ways. */
export type Admission = 'admitted' | 'knocking' | 'denied' | 'removed' | 'banned';

/** Whether nobody inside has seen it: it knocks, or was sent away from the door. Who was removed was in. */
export const isAtDoor = ({ admission }: { admission: Admission }): boolean => admission === 'knocking' || admission === 'denied';

export const MAX_LABEL = 80;
const TICKET_LIVES_MS = 60_000;

/** One participant's place in a room; one live connection at a time. Waiting belongs to it, not to the socket. */
export class Seat {
  readonly id: string = randomUUID();
  readonly sessionId!: string;
  readonly role!: Role;
  readonly name!: string;
  readonly occupantKind!: Occupant['kind'];
  readonly occupantId!: string;
  readonly onStage!: boolean;
  /** SHA-256 of the cookie of the device that holds it. */
  readonly cookieHash!: string;
  readonly ticketHash: string | null = null;
  readonly ticketEndsAt: Date | null = null;
  /** The sign-in or key of the account by which it was taken; null for who came by a link or the address. */
  readonly credential: string | null = null;
  /** Rises when another device takes it over: sockets of an older one are told and closed. */
  readonly holding: number = 1;
  /** A socket is there, on the instance named. */
  readonly present: boolean = false;
  readonly instance: string | null = null;
  readonly left: boolean = false;
  /** What its page said last is on; of that, what a host has silenced nobody sees. */
  readonly microphone: boolean = false;
  readonly camera: boolean = false;
  readonly screen: boolean = false;
  /** What it sends now, as the media gateway knows it. */
  readonly feedId: string | null = null;
  readonly takenAt!: Date;
  readonly admission: Admission = 'knocking';
  /** Since when it waits at the door. */
  readonly knockedAt: Date | null = null;
  /** A host removed it, and none has let it in since: it knocks, also where nothing is locked. */
  readonly wasRemoved: boolean = false;
  /** Silenced by a host: reaches nobody, whatever the browser sends. */
  readonly muted: boolean = false;
  readonly cameraStopped: boolean = false;
  readonly invitation: 'awaited' | 'declined' | null = null;
  /** The number of the host's last decision about this seat. */
  readonly moderated: number = 0;
  /** Since when whoever sits there agrees to be recorded; null: was not asked, and is not recorded. */
  readonly recordingAgreedAt: Date | null = null;

  constructor(seat: { sessionId: string; role: Role; name: string; occupant: Occupant; onStage: boolean; cookieHash: string; now: Date }) {
    const { occupant, now, ...rest } = seat;
    Object.assign(this, rest, { occupantKind: occupant.kind, occupantId: occupant.kind === 'guest' ? this.id : occupant.id, takenAt: now });
  }

  isHeldBy(cookieHash: string | undefined): boolean {
    return cookieHash !== undefined && cookieHash === this.cookieHash;
  }

  /** Another device, or the same one with a new cookie, holds it from now on. */
  moveTo(cookieHash: string): void {
    Object.assign(this, { cookieHash, holding: this.holding + 1 });
  }

  /**
   * What *Join* does: it gives the name, comes back after leaving, and knocks where that is needed. A lock keeps
   * new seats out, never one that was in.
   *
   * @throws Forbidden for whom a host has banned.
   */
  join(name: string, room: { locked: boolean; onStageFromTheStart(role: Role): boolean }, now: Date): void {
    if (this.admission === 'banned') throw new Forbidden('banned', 'A host of this session has banned you from it.');
    const admitted = this.admission === 'admitted' || (!this.wasRemoved && (!room.locked || this.role !== 'attendee'));
    Object.assign(this, {
      name,
      // Who was invited up and left comes back as one of the audience; who was taken off does not come back up by leaving.
      onStage: this.onStage && (!this.left || room.onStageFromTheStart(this.role)),
      left: false,
      admission: admitted ? 'admitted' : 'knocking',
      knockedAt: admitted ? null : this.admission === 'knocking' && this.knockedAt ? this.knockedAt : now,
    });
  }

  /**
   * Asked before entering, where the organizer allows recording; once for all.
   *
   * @throws Refusal for who has not said yes.
   */
  agreeToRecording(said: boolean, room: { recording: Recording }, now: Date): void {
    if (room.recording === 'off' || this.recordingAgreedAt) return;
    if (!said) throw new Refusal('recording-not-agreed', 'This session may be recorded. Say that you agree, or stay out.');
    Object.assign(this, { recordingAgreedAt: now });
  }

  /** Whether they have to be asked first. */
  isToAgree(room: { recording: Recording }): boolean {
    return room.recording !== 'off' && !this.recordingAgreedAt;
  }

  /** Where a host holds microphones or cameras, who comes later begins silent, too. */
  beginSilenced(held: readonly Kind[]): void {
    if (this.role !== 'host') Object.assign(this, { muted: held.includes('audio'), cameraStopped: held.includes('video') });
  }

  get silenced(): Kind[] {
    return [...(this.muted ? ['audio' as const] : []), ...(this.cameraStopped ? ['video' as const] : [])];
  }

  /** Where no host has come a steward starts, and is the host from then on. */
  lead(): void {
    Object.assign(this, { role: 'host', onStage: true });
  }

  /** A single-use ticket for the socket's first message. */
  admit(ticketHash: string, credential: string | null, now: Date): void {
    Object.assign(this, { ticketHash, credential, ticketEndsAt: new Date(now.getTime() + TICKET_LIVES_MS) });
  }

  asPerson(): Person {
    const { muted, cameraStopped, silenced } = this;
    return {
      seatId: this.id, name: this.name, role: this.role, onStage: this.onStage,
      microphone: this.microphone && !muted, camera: this.camera && !cameraStopped, ...(this.screen && !cameraStopped && { screen: true as const }),
      ...(silenced.length > 0 && { silenced }),
    };
  }
}
