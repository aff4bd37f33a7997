import type { Json } from 'janus-gateway-js';
import type { Kind } from '../../../client/protocol.js';
import type { Feed } from '../media-rooms.js';
import { Connection, type ConnectionListener } from './connection.js';
import type { Handle } from './handle.js';
import type { OpenRoom } from './open-room.js';
import { codeOf, JanusCode, unavailable } from './refusals.js';

export interface PublicationListener extends ConnectionListener<Connection<PublicationListener>> {
  /** What arrives has begun, or it sends more or less than before. */
  sending(kinds: Kind[]): void;
}

interface Section {
  readonly mid: string;
  readonly kind: Kind;
}

/** A seat's sending connection: one participant of the room, who goes by the feed's id. */
export class Publication extends Connection<PublicationListener> {
  private connected = false;
  private receiving = false;
  private told = '';
  /** The media sections of the last offer, and which of them Janus lets nobody hear or see. */
  private sections: readonly Section[] = [];
  private readonly shut = new Map<string, boolean | 'unknown'>();
  private recordedTo: string | null | 'unknown' = null;

  private constructor(readonly feed: Feed, readonly room: OpenRoom, readonly handle: Handle, private readonly steward: Handle, listener: PublicationListener) {
    super(listener);
    handle.listen({
      core: (what, message) => this.hear(what, message),
      room: (data) => (data['leaving'] === 'ok' || data['videoroom'] === 'destroyed') && listener.ended(this, String(data['reason'] ?? 'the room ended')),
    });
  }

  static async begin(feed: Feed, room: OpenRoom, steward: Handle, handle: Handle, listener: PublicationListener): Promise<Publication> {
    const publication = new Publication(feed, room, handle, steward, listener);
    // No display name: Janus would tell it to everyone in the room.
    const join = { request: 'join', ptype: 'publisher', room: room.room.id, pin: room.room.pin, id: feed.feedId };
    try {
      await handle.ask(join).catch(async (error: unknown) => {
        if (codeOf(error) !== JanusCode.idTaken) throw error;
        await room.kick(steward, feed.feedId);
        await handle.ask(join);
      });
      if (handle.ended) throw unavailable();
    } catch (error) {
      await handle.detach();
      throw error;
    }
    return publication;
  }

  /** Goes on with what another process has left behind; whether it still sends is what the room knows. */
  static resume(feed: Feed, room: OpenRoom, steward: Handle, handle: Handle, listener: PublicationListener): Publication {
    const publication = new Publication(feed, room, handle, steward, listener);
    publication.connected = true;
    publication.sections = room.feeds.get(feed.feedId) ?? [];
    for (const { mid } of publication.sections) publication.shut.set(mid, 'unknown');
    publication.recordedTo = 'unknown';
    return publication;
  }

  /** The first offer, a renegotiation or an ICE restart: Janus tells them apart. */
  async negotiate(offer: string, silenced: readonly Kind[]): Promise<string> {
    const { jsep } = await this.describe(async () => {
      const reply = await this.handle.ask({ request: 'configure' }, { type: 'offer', sdp: offer });
      this.sections = sectionsOf(offer);
      await this.silence(silenced); // before the browser has the answer, and with it a way to send anything
      return reply;
    });
    if (!jsep) throw unavailable();
    this.handle.note({ heldAs: 'send', roomId: this.room.room.id, seatId: this.feed.seatId, feedId: this.feed.feedId, privateId: null, settled: true, streams: null });
    return jsep.sdp;
  }

  /** Exactly these kinds reach nobody from now on. */
  async silence(kinds: readonly Kind[]): Promise<void> {
    const { room: { room }, feed } = this;
    for (const { mid, kind } of this.sections) {
      const mute = kinds.includes(kind);
      if ((this.shut.get(mid) ?? false) === mute) continue;
      await this.steward.ask({ request: 'moderate', room: room.id, secret: room.secret, id: feed.feedId, mid, mute });
      this.shut.set(mid, mute);
    }
  }

  /** Begins or ends what Janus writes down of it. The room is locked for that: only who knows its secret may. */
  async record(pieces: string | null): Promise<void> {
    if (this.recordedTo === pieces) return;
    await this.handle.ask({ request: 'configure', secret: this.room.room.secret, record: pieces !== null, ...(pieces !== null && { filename: pieces }) });
    this.recordedTo = pieces;
  }

  /** Tells that others may receive it now, once and again whenever it sends more or less than before. */
  tell(): void {
    const streams = (this.room.feeds.get(this.feed.feedId) ?? []).map(({ mid }) => mid).join();
    if (!this.connected || !this.receiving || streams === '' || this.told === streams) return;
    this.told = streams;
    this.listener.sending(this.room.kinds(this.feed.feedId));
  }

  /** After Janus could not be heard for a while, and the room knows again who sends. */
  catchUp(): void {
    const sends = this.room.feeds.has(this.feed.feedId);
    if (this.connected && !sends) return this.listener.ended(this, 'it ended while the gateway could not be heard');
    this.connected = this.receiving ||= sends;
    this.tell();
  }

  protected override hear(what: string, message: Json): void {
    super.hear(what, message);
    if (what === 'webrtcup') this.connected = true;
    if (what === 'media' && message['receiving'] === true) this.receiving = true;
    this.tell();
  }
}

function sectionsOf(sdp: string): Section[] {
  return sdp.split(/^m=/m).slice(1).flatMap((section) => {
    const [, kind] = /^(audio|video) /.exec(section) ?? [];
    const [, mid] = /^a=mid:(\S+)/m.exec(section) ?? [];
    return kind && mid ? [{ mid, kind: kind as Kind }] : [];
  });
}
