import { Injectable } from '@nestjs/common';
import type { Direction } from '../../../client/protocol.js';

/** A connection that this instance holds at the gateway, and for whom. */
export interface Held {
  readonly sessionId: string;
  /** Of which device: one that was moved away from holds nothing any more. */
  readonly holding: number;
  /** What it sends; null where it receives. */
  readonly feedId: string | null;
}

/** Which connections this instance holds at the gateway, by seat; a browser that thinks otherwise is told. */
@Injectable()
export class HeldConnections implements Record<Direction, Map<string, Held>> {
  readonly send = new Map<string, Held>();
  readonly receive = new Map<string, Held>();

  get feeds(): (string | null)[] {
    return [...this.send.values()].map(({ feedId }) => feedId);
  }

  forget(seatId: string): void {
    this.send.delete(seatId);
    this.receive.delete(seatId);
  }

  clear(): void {
    this.send.clear();
    this.receive.clear();
  }
}
