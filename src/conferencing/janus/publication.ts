import type { Json } from 'janus-gateway-js';
import type { Kind } from '../../../client/protocol.js';
import type { Feed } from '../media-rooms.js';
import { Connection, type ConnectionListener } from './connection.js';
import type { Handle } from './handle.js';
import type { OpenRoom } from './open-room.js';
import { codeOf, JanusCode, unavailable } from './refusals.js';

export interface PublicationListener extends ConnectionListener<Connection<PublicationListener>> {
  /** What arrives has begun, or changed its kinds. */
  sending(kinds: Kind[]): void;
}

/** A seat's sending connection: one participant of the room, who goes by the feed's id. */
export class Publication extends Connection<PublicationListener> {
  private connected = false;
  private receiving = false;
  private told = '';

  private constructor(readonly feed: Feed, readonly room: OpenRoom, readonly handle: Handle, listener: PublicationListener) {
    super(listener);
    handle.listen({
      core: (what, message) => this.hear(what, message),
      room: (data) => (data['leaving'] === 'ok' || data['videoroom'] === 'destroyed') && listener.ended(this, String(data['reason'] ?? 'the room ended')),
    });
  }

  static async begin(feed: Feed, room: OpenRoom, steward: Handle, handle: Handle, listener: PublicationListener): Promise<Publication> {
    const publication = new Publication(feed, room, handle, listener);
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

  /** The first offer, a renegotiation or an ICE restart: Janus tells them apart. */
  async negotiate(offer: string): Promise<string> {
    const { jsep } = await this.describe(() => this.handle.ask({ request: 'configure' }, { type: 'offer', sdp: offer }));
    if (!jsep) throw unavailable();
    return jsep.sdp;
  }

  /** Tells that others may receive it now, once and again whenever its kinds change. */
  tell(): void {
    const kinds = this.room.kinds(this.feed.feedId);
    if (!this.connected || !this.receiving || kinds.length === 0 || this.told === kinds.join()) return;
    this.told = kinds.join();
    this.listener.sending(kinds);
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
