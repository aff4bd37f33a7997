import type { Json } from 'janus-gateway-js';
import { randomUUID } from 'node:crypto';
import type { Kind } from '../../../client/protocol.js';
import type { MediaRoom } from '../media-rooms.js';
import type { Handle } from './handle.js';
import { codeOf, JanusCode } from './refusals.js';

/** A sender's bitrate, all together: a screen that can be read beside a small camera, and a host's uplink at home. */
const BITRATE = 2_500_000;

export interface FeedStream {
  readonly mid: string;
  readonly kind: Kind;
  /** Of the screen, not of camera and microphone. */
  readonly screen: boolean;
}

/** The first two media sections of who sends are microphone and camera; those after them are the screen's. */
const FIRST_OF_SCREEN = 2;

export interface RoomListener {
  /** Somebody sends, or sends other kinds than before. */
  feed(feedId: string): void;
  /** The room is gone at Janus, and everyone in it. */
  gone(room: OpenRoom): void;
}

interface StreamTold {
  readonly mid: string;
  readonly mindex?: number;
  readonly type: string;
  readonly disabled?: boolean;
}

interface PublisherTold {
  readonly id: string;
  readonly streams?: readonly StreamTold[];
}

/** Makes the room at Janus. True when it was not there before. */
export async function createRoom(steward: Handle, adminKey: string, room: MediaRoom): Promise<boolean> {
  try {
    await steward.ask({
      request: 'create',
      admin_key: adminKey,
      room: room.id,
      description: 'room', // the default carries the room's id
      secret: room.secret,
      pin: room.pin,
      permanent: false,
      is_private: true,
      require_pvtid: true,
      lock_record: true,
      publishers: room.publishers,
      notify_joining: false,
      bitrate: BITRATE,
      bitrate_cap: true, // a sender cannot ask for more
      fir_freq: 10, // a keyframe at least this often (s), for whoever's request for one was lost
      audiocodec: 'opus',
      videocodec: 'vp8',
      opus_fec: true,
      audiolevel_ext: true,
      audiolevel_event: false,
      transport_wide_cc_ext: true,
    });
    return true;
  } catch (error) {
    if (codeOf(error) === JanusCode.roomExists) return false;
    throw error;
  }
}

export async function destroyRoom(steward: Handle, room: MediaRoom): Promise<void> {
  await steward.ask({ request: 'destroy', room: room.id, secret: room.secret }).catch((error: unknown) => {
    if (codeOf(error) !== JanusCode.noSuchRoom) throw error;
  });
}

/** The ids of all rooms there are, those of other processes too. */
export async function listRooms(steward: Handle, adminKey: string): Promise<string[]> {
  const { data } = await steward.ask({ request: 'list', admin_key: adminKey }); // without the key private rooms are left out
  return (data['list'] as { room: string }[]).map(({ room }) => room);
}

/**
 * A room at Janus with our doorkeeper in it: a participant that never sends, whose private id the
 * subscribers name (`require_pvtid`), so that even who knows room and pin subscribes to nothing, and a
 * receive-only seat needs no handle of its own to get one. It also hears who sends what: the truth
 * about what there is to subscribe to.
 */
export class OpenRoom {
  /** What each sender sends, by feed id. */
  readonly feeds = new Map<string, readonly FeedStream[]>();
  private privateId = 0;
  /** Doorkeepers of former processes: their private ids are those of connections that were taken over. */
  private readonly elders: Handle[] = [];

  private constructor(readonly room: MediaRoom, private readonly door: Handle, private readonly listener: RoomListener) {}

  static async enter(room: MediaRoom, door: Handle, listener: RoomListener): Promise<OpenRoom> {
    const open = new OpenRoom(room, door, listener);
    open.listen(); // before the join: its answer and the first event may come in one piece
    try {
      const { data } = await door.ask(open.joinUnsending());
      open.privateId = data['private_id'] as number;
      door.note({ heldAs: 'door', roomId: room.id, seatId: null, feedId: null, privateId: open.privateId, settled: true, streams: null });
      open.hear(data);
    } catch (error) {
      await door.detach();
      throw error;
    }
    return open;
  }

  /** Goes on with a doorkeeper that another process has left behind; who sends what is yet to be learned (`catchUp`). */
  static resume(room: MediaRoom, door: Handle, privateId: number, listener: RoomListener): OpenRoom {
    const open = new OpenRoom(room, door, listener);
    open.privateId = privateId;
    open.listen();
    return open;
  }

  keep(elder: Handle): void {
    this.elders.push(elder);
  }

  /** What a subscriber's `join` says to be let in. */
  get admission(): Json {
    return { room: this.room.id, pin: this.room.pin, private_id: this.privateId };
  }

  kinds(feedId: string): Kind[] {
    const kinds = this.feeds.get(feedId)?.map((stream) => stream.kind) ?? [];
    return (['audio', 'video'] as const).filter((kind) => kinds.includes(kind));
  }

  /** Looks at who really sends: after a refused subscription, what was heard was out of date. */
  async lookAgain(steward: Handle): Promise<void> {
    const { data } = await steward.ask({ request: 'listparticipants', room: this.room.id });
    const sending = new Set((data['participants'] as { id: string; publisher: boolean }[]).filter((one) => one.publisher).map((one) => one.id));
    for (const feedId of [...this.feeds.keys()]) if (!sending.has(feedId)) this.feeds.delete(feedId);
  }

  /** Learns anew who sends what, through the eyes of somebody who just comes in. */
  async catchUp(visitor: Handle): Promise<void> {
    try {
      const { data } = await visitor.ask(this.joinUnsending());
      this.feeds.clear();
      this.hear(data);
    } finally {
      await visitor.detach();
    }
  }

  /** Ends a participant that still goes by this feed id, left over from a connection of an earlier process. */
  async kick(steward: Handle, feedId: string): Promise<void> {
    await steward.ask({ request: 'kick', room: this.room.id, secret: this.room.secret, id: feedId });
  }

  async leave(): Promise<void> {
    await Promise.all([this.door, ...this.elders].map((door) => door.detach()));
  }

  private listen(): void {
    this.door.listen({
      room: (told) => (told['videoroom'] === 'destroyed' ? this.listener.gone(this) : this.hear(told)),
      core: (what) => what === 'detached' && this.listener.gone(this),
    });
  }

  private joinUnsending(): Json {
    return { request: 'join', ptype: 'publisher', room: this.room.id, pin: this.room.pin, id: `door-${randomUUID()}` };
  }

  private hear(data: Json): void {
    for (const publisher of (data['publishers'] as readonly PublisherTold[] | undefined) ?? []) {
      this.feeds.set(publisher.id, (publisher.streams ?? []).flatMap(({ mid, mindex = 0, type, disabled }) => (!disabled && (type === 'audio' || type === 'video') ? { mid, kind: type, screen: mindex >= FIRST_OF_SCREEN } : [])));
      this.listener.feed(publisher.id);
    }
    for (const ended of [data['unpublished'], data['leaving']]) if (typeof ended === 'string') this.feeds.delete(ended);
  }
}
