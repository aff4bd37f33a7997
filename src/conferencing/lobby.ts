import { Injectable } from '@nestjs/common';
import type { WebSocket } from 'ws';
import { BEAT_MS, CloseCode, type Role, type ServerMessage } from '../../client/protocol.js';

/** Who sits behind a socket, as far as every message needs it. The rest stays in the database. */
export interface Occupied {
  readonly socket: WebSocket;
  readonly seatId: string;
  readonly sessionId: string;
  /** A steward who starts is a host from then on. */
  role: Role;
  readonly holding: number;
  /** Knocks, and is told of nobody and nothing until a host lets them in. */
  atDoor: boolean;
}

/** A session's sockets on this instance, with the versions that their next heartbeat repeats. */
interface Hall {
  doors: number;
  roster: number;
  /** The last number of the conversation that each role was told of. */
  readonly talk: Record<Role, number>;
  /** The last number of the hosts' decisions that hosts, and all others, were told of. */
  readonly moderation: { host: number; others: number };
  readonly seated: Map<string, Occupied>;
  /** Those who knock: no broadcast reaches them. */
  readonly door: Map<string, Occupied>;
}

const UNSENT_LIMIT = 256 * 1024;
const SENT_IN_ONE_TURN = 500;

/** The sockets of this instance, by session and seat: nothing but an index, rebuilt by whoever connects. */
@Injectable()
export class Lobby {
  private readonly halls = new Map<string, Hall>();

  /** Seats a socket; the one that the seat had before is told why and closed. */
  seat(occupied: Occupied, versions: { doors: number; roster: number }): void {
    const hall = this.halls.get(occupied.sessionId) ?? { doors: versions.doors, roster: versions.roster, talk: { host: 0, speaker: 0, attendee: 0 }, moderation: { host: 0, others: 0 }, seated: new Map<string, Occupied>(), door: new Map<string, Occupied>() };
    this.halls.set(occupied.sessionId, hall);
    this.note(occupied.sessionId, versions);
    const before = hall.seated.get(occupied.seatId) ?? hall.door.get(occupied.seatId);
    hall.seated.delete(occupied.seatId);
    hall.door.delete(occupied.seatId);
    (occupied.atDoor ? hall.door : hall.seated).set(occupied.seatId, occupied);
    if (before && before.socket !== occupied.socket) before.socket.close(CloseCode.takenOver, 'taken over');
  }

  /** Says whether the seat is empty now: another socket may have taken it meanwhile. */
  unseat({ sessionId, seatId, socket }: Occupied): boolean {
    const hall = this.halls.get(sessionId);
    const among = hall && [hall.seated, hall.door].find((one) => one.get(seatId)?.socket === socket);
    if (!hall || !among) return false;
    among.delete(seatId);
    if (hall.seated.size + hall.door.size === 0) this.halls.delete(sessionId);
    return true;
  }

  /** A host has opened: from now on they hear what everybody hears. */
  letIn(occupied: Occupied): void {
    const hall = this.halls.get(occupied.sessionId);
    occupied.atDoor = false;
    if (hall?.door.delete(occupied.seatId)) hall.seated.set(occupied.seatId, occupied);
  }

  sessions(): string[] {
    return [...this.halls.keys()];
  }

  in(sessionId: string): Occupied[] {
    return [...(this.halls.get(sessionId)?.seated.values() ?? [])];
  }

  atDoor(sessionId: string): Occupied[] {
    return [...(this.halls.get(sessionId)?.door.values() ?? [])];
  }

  find(seatId: string): Occupied | undefined {
    for (const { seated, door } of this.halls.values()) {
      const occupied = seated.get(seatId) ?? door.get(seatId);
      if (occupied) return occupied;
    }
    return undefined;
  }

  /** Remembers the newest versions, for the heartbeat. */
  note(sessionId: string, { doors, roster, talk, decided }: { doors?: number; roster?: number; talk?: Partial<Record<Role, number>>; decided?: { host: number; others: number } }): void {
    const hall = this.halls.get(sessionId);
    if (!hall) return;
    hall.doors = Math.max(hall.doors, doors ?? 0);
    hall.roster = Math.max(hall.roster, roster ?? 0);
    Object.assign(hall.talk, talk);
    if (decided) for (const who of ['host', 'others'] as const) hall.moderation[who] = Math.max(hall.moderation[who], decided[who]);
  }

  /** The newest versions that this instance has heard of. */
  versionsOf(sessionId: string): { doors: number; roster: number } | undefined {
    return this.halls.get(sessionId);
  }

  send({ socket }: Pick<Occupied, 'socket'>, message: ServerMessage): void {
    put(socket, JSON.stringify(message));
  }

  /** One frame, built once, to many; in turns, so that thousands do not stall everybody else. */
  async tell(sessionId: string, message: ServerMessage, whom: (occupied: Occupied) => boolean = () => true): Promise<void> {
    const frame = Buffer.from(JSON.stringify(message));
    const audience = this.in(sessionId).filter(whom);
    for (let from = 0; from < audience.length; from += SENT_IN_ONE_TURN) {
      if (from > 0) await new Promise(setImmediate);
      for (const { socket } of audience.slice(from, from + SENT_IN_ONE_TURN)) put(socket, frame);
    }
  }

  /** Every socket hears the versions at least this often: a lost push costs one heartbeat. */
  beat(): void {
    for (const { doors, roster, talk, moderation, seated, door } of this.halls.values()) {
      const frameFor = (role: Role): Buffer => Buffer.from(JSON.stringify({ type: 'beat', doors, roster, talk: talk[role], moderation: role === 'host' ? moderation.host : moderation.others } satisfies ServerMessage));
      const frames = { host: frameFor('host'), speaker: frameFor('speaker'), attendee: frameFor('attendee') };
      for (const { socket, role } of [...seated.values(), ...door.values()]) put(socket, frames[role]);
    }
  }
}

export { BEAT_MS };

function put(socket: WebSocket, frame: string | Buffer): void {
  if (socket.readyState !== socket.OPEN) return;
  // Who does not read is not waited for: everything is told again when they come back.
  if (socket.bufferedAmount > UNSENT_LIMIT) return socket.terminate();
  socket.send(frame, { binary: false });
}
