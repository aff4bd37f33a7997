import type { Direction } from '../../../client/protocol.js';
import type { Handle } from './handle.js';
import type { OpenRoom } from './open-room.js';
import type { Publication } from './publication.js';
import type { Subscription } from './subscription.js';

export interface HeldHandle {
  readonly seatId: string;
  readonly direction: Direction;
  readonly handleId: number;
}

/** Which seat holds which connections: at most one for sending and one for receiving. */
export class Seats {
  readonly sending = new Map<string, Publication>();
  readonly receiving = new Map<string, Subscription>();

  of(direction: Direction, seatId: string): Publication | Subscription | undefined {
    return (direction === 'send' ? this.sending : this.receiving).get(seatId);
  }

  /** Says whether there was none yet. */
  keep(direction: Direction, seatId: string, connection: Publication | Subscription): boolean {
    const all: Map<string, Publication | Subscription> = direction === 'send' ? this.sending : this.receiving;
    if (all.has(seatId)) return false;
    all.set(seatId, connection);
    return true;
  }

  /** Those whose handle ended with the session that it belonged to. */
  ended(): { direction: Direction; seatId: string; connection: Publication | Subscription }[] {
    return this.all().filter(({ connection }) => connection.handle?.ended);
  }

  /** Forgets a connection; its handle, if it has one, is the caller's to detach. */
  release(direction: Direction, seatId: string): Handle | null {
    const connection = this.of(direction, seatId);
    (direction === 'send' ? this.sending : this.receiving).delete(seatId);
    connection?.forget();
    return connection?.handle ?? null;
  }

  /** Forgets all that is in a room, and returns its handles. */
  releaseRoom(room: OpenRoom): Handle[] {
    return this.inRoom(room).flatMap(({ direction, seatId }) => this.release(direction, seatId) ?? []);
  }

  inRoom(room: OpenRoom): { direction: Direction; seatId: string; connection: Publication | Subscription }[] {
    return this.all().filter(({ connection }) => connection.room === room);
  }

  forget(): void {
    for (const { connection } of this.all()) connection.forget();
    this.sending.clear();
    this.receiving.clear();
  }

  get handles(): HeldHandle[] {
    return this.all().flatMap(({ direction, seatId, connection }) => (connection.handle ? [{ seatId, direction, handleId: connection.handle.id }] : []));
  }

  private all() {
    return [
      ...[...this.sending].map(([seatId, connection]) => ({ direction: 'send' as const, seatId, connection })),
      ...[...this.receiving].map(([seatId, connection]) => ({ direction: 'receive' as const, seatId, connection })),
    ];
  }
}
