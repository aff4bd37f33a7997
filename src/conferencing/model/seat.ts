import { randomUUID } from 'node:crypto';
import type { Person, Role } from '../../../client/protocol.js';

/** Who sits there: a registration, a named host or speaker, an organizer, or a guest known by the seat's cookie alone. */
export type Occupant = { kind: 'registration' | 'teammate' | 'organizer'; id: string } | { kind: 'guest' };

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
  /** Rises when another device takes it over: sockets of an older one are told and closed. */
  readonly holding: number = 1;
  /** A socket is there, on the instance named. */
  readonly present: boolean = false;
  readonly instance: string | null = null;
  readonly left: boolean = false;
  readonly microphone: boolean = false;
  readonly camera: boolean = false;
  /** What it sends now, as the media gateway knows it. */
  readonly feedId: string | null = null;
  readonly takenAt!: Date;

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

  /** Joining is what *Join* does: it gives the name and comes back after leaving. */
  join(name: string, onStage: boolean): void {
    Object.assign(this, { name, onStage, left: false });
  }

  /** Where no host has come a steward starts, and is the host from then on. */
  lead(): void {
    Object.assign(this, { role: 'host', onStage: true });
  }

  /** A single-use ticket for the socket's first message. */
  admit(ticketHash: string, now: Date): void {
    Object.assign(this, { ticketHash, ticketEndsAt: new Date(now.getTime() + TICKET_LIVES_MS) });
  }

  asPerson(): Person {
    return { seatId: this.id, name: this.name, role: this.role, onStage: this.onStage, microphone: this.microphone, camera: this.camera };
  }
}
