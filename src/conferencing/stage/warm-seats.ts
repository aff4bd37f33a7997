import { Injectable } from '@nestjs/common';
import { Lobby, type Occupied } from '../lobby.js';

/** Seats in the foyer that were invited to negotiate ahead, and on which socket; what they negotiate carries nothing yet. */
@Injectable()
export class WarmSeats {
  private readonly invited = new Map<string, Occupied['socket']>();

  constructor(private readonly lobby: Lobby) {}

  get count(): number {
    return this.invited.size;
  }

  /** Lets a waiting seat hold a connection before the start: the handshakes of many need not meet in one second. */
  invite(occupied: Occupied): void {
    this.invited.set(occupied.seatId, occupied.socket);
    this.lobby.send(occupied, { type: 'warm' });
  }

  /** A page that was loaded anew is another socket, and is invited anew. */
  isInvited({ seatId, socket }: Occupied): boolean {
    return this.invited.get(seatId) === socket;
  }

  has(seatId: string): boolean {
    return this.invited.has(seatId);
  }

  /** Says whether it was warm. */
  forget(seatId: string): boolean {
    return this.invited.delete(seatId);
  }
}
