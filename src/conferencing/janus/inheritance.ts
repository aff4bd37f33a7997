import type { MediaRoom, TakenOver } from '../media-rooms.js';
import type { Handle } from './handle.js';
import type { HandleBook, NotedHandle } from './handle-book.js';
import type { JanusLink } from './link.js';
import type { OpenRoom } from './open-room.js';
import type { Publication } from './publication.js';
import type { Rooms } from './rooms.js';
import type { Seats } from './seats.js';
import type { Subscription } from './subscription.js';

/** Makes the stand-ins of what is taken over, as they are made for what begins here. */
export interface Heir {
  link(): JanusLink;
  publication(feed: { feedId: string; seatId: string }, room: OpenRoom, steward: Handle, handle: Handle): Publication;
  subscription(room: OpenRoom, seatId: string): Subscription;
}

/**
 * What a dead process has left behind at Janus: its session is claimed and its handles adopted, so that not one
 * packet is missed. What cannot be taken over is let go, and its people negotiate anew.
 */
export class Inheritance {
  readonly links = new Set<JanusLink>();

  constructor(private readonly book: HandleBook, private readonly rooms: Rooms, private readonly seats: Seats, private readonly heir: Heir) {}

  async takeOver(instance: string, roomOf: (roomId: string) => Promise<MediaRoom | null>): Promise<TakenOver[] | null> {
    const left = await this.book.inherit(instance);
    if (!left) return null;
    const sessions = Map.groupBy(left, ({ sessionId }) => sessionId);
    return (await Promise.all([...sessions].map(([sessionId, noted]) => this.claim(sessionId, noted, roomOf)))).flat();
  }

  /** Ends the links, not what they hold at Janus; or that, too. */
  async end(how: 'leave' | 'disconnect'): Promise<void> {
    const links = [...this.links];
    this.links.clear();
    await Promise.all(links.map((link) => link[how]()));
  }

  private async claim(sessionId: number, noted: readonly NotedHandle[], roomOf: (roomId: string) => Promise<MediaRoom | null>): Promise<TakenOver[]> {
    const link = this.heir.link();
    const handles = await link.takeOver(sessionId, noted.map(({ handleId }) => handleId)).catch(() => null);
    if (!handles) {
      for (const { handleId } of noted) this.book.strike(sessionId, handleId);
      return []; // Janus was restarted, or its time was over
    }
    this.links.add(link);
    const byRoom = Map.groupBy(noted, ({ roomId }) => roomId);
    const adopted = await Promise.all(
      [...byRoom].map(async ([roomId, inRoom]) => {
        const room = await roomOf(roomId);
        const held = inRoom.map((one) => ({ ...one, handle: handles.get(one.handleId)! }));
        const taken = room ? await this.adoptRoom(room, held).catch(() => []) : [];
        const kept = new Set(taken.map(({ handle }) => handle));
        await Promise.all(held.filter(({ handle, heldAs }) => !kept.has(handle) && !(heldAs === 'door' && room)).map(({ handle }) => handle.detach()));
        return taken;
      }),
    );
    return adopted.flat().map(({ seatId, direction, feedId }) => ({ seatId, direction, feedId }));
  }

  private async adoptRoom(room: MediaRoom, held: readonly (NotedHandle & { handle: Handle })[]): Promise<(TakenOver & { handle: Handle })[]> {
    for (const { heldAs, handle, privateId } of held) if (heldAs === 'door') await this.rooms.adopt(room, handle, privateId ?? 0);
    return this.rooms.within(room, async (opened) => {
      const steward = await this.rooms.steward();
      await this.rooms.lookInto(opened);
      return held.map((one) => this.adopt(opened, steward, one)).filter((one) => one !== null);
    });
  }

  private adopt(room: OpenRoom, steward: Handle, { heldAs, seatId, feedId, handle, settled, streams }: NotedHandle & { handle: Handle }): (TakenOver & { handle: Handle }) | null {
    // Whoever began anew here meanwhile has no use for what was.
    if (heldAs === 'door' || !seatId || !settled || this.seats.of(heldAs, seatId)) return null;
    if (heldAs === 'receive') {
      const subscription = this.heir.subscription(room, seatId);
      subscription.resume(handle, streams ?? []);
      this.seats.keep(heldAs, seatId, subscription);
    } else {
      if (!feedId || !room.feeds.has(feedId)) return null;
      const publication = this.heir.publication({ feedId, seatId }, room, steward, handle);
      this.seats.keep(heldAs, seatId, publication);
      publication.catchUp();
    }
    return { seatId, direction: heldAs, feedId, handle };
  }
}
