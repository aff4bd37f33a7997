import { ReadTogether } from '../../platform/database/read-together.js';
import { Refusal } from '../../platform/model/refusal.js';
import type { MediaRoom } from '../media-rooms.js';
import type { Handle } from './handle.js';
import type { JanusLink } from './link.js';
import { createRoom, destroyRoom, listRooms, OpenRoom, type RoomListener } from './open-room.js';
import { codeOf, JanusCode } from './refusals.js';
import { Turns } from '../turns.js';

/** How many closed rooms are remembered, so that a late request does not make one again. */
const CLOSED_REMEMBERED = 1_000;

/** Our rooms at Janus, each made when first needed and again when it vanished. */
export class Rooms {
  private readonly turns = new Turns();
  private readonly known = new Map<string, OpenRoom>();
  private readonly closed = new Set<string>();
  private readonly opening = new ReadTogether<void>();
  /** The handle for what concerns rooms as such. */
  private stewardHandle: Handle | null = null;

  private readonly watch: RoomListener = { feed: (feedId) => this.listener.feed(feedId), gone: (gone) => this.lose(gone) };

  constructor(private readonly link: JanusLink, private readonly adminKey: string, private readonly listener: RoomListener) {}

  async steward(): Promise<Handle> {
    if (!this.stewardHandle || this.stewardHandle.ended) this.stewardHandle = await this.link.attach();
    return this.stewardHandle;
  }

  /** Makes sure that Janus has it, even where it had it before; asked once for all who want it in the same moment. */
  async open(room: MediaRoom): Promise<void> {
    this.closed.delete(room.id);
    await this.opening.of(room.id, async () => void (await this.opened(room, true)));
  }

  /** Goes on with a doorkeeper that another process has left behind; where there is one of ours, both stay. */
  adopt(room: MediaRoom, door: Handle, privateId: number): Promise<void> {
    return this.turns.take(room.id, async () => {
      const known = this.known.get(room.id);
      if (known) return known.keep(door);
      this.known.set(room.id, OpenRoom.resume(room, door, privateId, this.watch));
    });
  }

  /** Learns anew who sends what in a room. */
  async lookInto(room: OpenRoom): Promise<void> {
    await room.catchUp(await this.link.attach());
  }

  /** Ends it at Janus; `inside` takes its connections out first, so that none is told to have ended by itself. */
  close(room: MediaRoom, inside: (opened: OpenRoom) => Handle[]): Promise<void> {
    return this.turns.take(room.id, async () => {
      this.rememberClosed(room.id);
      const opened = this.known.get(room.id);
      this.known.delete(room.id);
      const handles = opened ? inside(opened) : [];
      await destroyRoom(await this.steward(), room);
      await Promise.all([opened?.leave(), ...handles.map((handle) => handle.detach())]);
    });
  }

  async list(): Promise<string[]> {
    return listRooms(await this.steward(), this.adminKey);
  }

  /** Does something in the room; where it vanished at Janus, once more in a new one. */
  async within<Result>(room: MediaRoom, work: (opened: OpenRoom) => Promise<Result>): Promise<Result> {
    const opened = await this.opened(room);
    try {
      return await work(opened);
    } catch (error) {
      if (codeOf(error) !== JanusCode.noSuchRoom) throw error;
      this.lose(opened);
      return work(await this.opened(room));
    }
  }

  /** After Janus could not be heard for a while. */
  async catchUp(): Promise<void> {
    await Promise.all([...this.known.values()].map((room) => this.lookInto(room)));
  }

  /** Janus forgot everything. */
  forget(): void {
    this.known.clear();
    this.stewardHandle = null;
  }

  private async opened(room: MediaRoom, again = false): Promise<OpenRoom> {
    const known = this.known.get(room.id);
    if (known && !again) return known;
    return this.turns.take(room.id, async () => {
      if (this.closed.has(room.id)) throw new Refusal('room-closed', 'This room has ended.');
      const before = this.known.get(room.id);
      if (before && !again) return before;
      const isNew = await createRoom(await this.steward(), this.adminKey, room);
      if (before && !isNew) return before;
      if (before) this.lose(before);
      const opened = await OpenRoom.enter(room, await this.link.attach(), this.watch);
      this.known.set(room.id, opened);
      return opened;
    });
  }

  private lose(room: OpenRoom): void {
    if (this.known.get(room.room.id) !== room) return; // closed by us, or lost before
    this.known.delete(room.room.id);
    void room.leave();
    this.listener.gone(room);
  }

  private rememberClosed(roomId: string): void {
    this.closed.add(roomId);
    if (this.closed.size > CLOSED_REMEMBERED) this.closed.delete(this.closed.values().next().value!);
  }
}
