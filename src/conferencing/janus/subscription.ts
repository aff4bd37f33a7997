import type { Json } from 'janus-gateway-js';
import type { Looked, ReceivedTrack } from '../../../client/protocol.js';
import { Refusal } from '../../platform/model/refusal.js';
import type { Feed, MediaOffer } from '../media-rooms.js';
import { Connection, type ConnectionListener } from './connection.js';
import type { Handle, Reply } from './handle.js';
import type { HeldStream } from './handle-book.js';
import type { OpenRoom } from './open-room.js';
import { codeOf, JanusCode, unavailable } from './refusals.js';

/** How long a browser may take to answer an offer. */
const ANSWER_LIMIT_MS = 15_000;
const MOST_ATTEMPTS = 4;

const CLOSE = { request: 'configure', streams: [{ send: false }] };
const OPEN = { request: 'configure', streams: [{ send: true }] };

export type SubscriptionListener = ConnectionListener<Connection<SubscriptionListener>>;

/**
 * A seat's receiving connection: one multistream subscriber. There is at most one offer under way; what
 * is wanted meanwhile is kept, and asked for in one when the answer is here.
 */
export class Subscription extends Connection<SubscriptionListener> {
  handle: Handle | null = null;
  /** Whether media shall flow; once said it is not taken back. */
  private shallOpen = false;
  private isOpen = false;
  private wanted: readonly Feed[] = [];
  private held: readonly HeldStream[] = [];
  private asked = 0;
  /** Of streams that were said to be looked at or not: which is so at Janus. */
  private flowing = new Map<string, boolean>();
  private unanswered: { readonly timer: NodeJS.Timeout; readonly over: Promise<void>; readonly end: () => void } | null = null;

  constructor(readonly room: OpenRoom, private readonly seatId: string, listener: SubscriptionListener, private readonly answerLimitMs = ANSWER_LIMIT_MS) {
    super(listener);
  }

  /** Goes on with what another process has left behind, and has written down of it. */
  resume(handle: Handle, streams: readonly HeldStream[]): void {
    handle.listen({ core: (what, message) => this.hear(what, message) });
    this.handle = handle;
    this.held = streams;
  }

  /** Says what is to be received from now on; the number names this wish. */
  want(feeds: readonly Feed[], open: boolean): number {
    this.wanted = feeds;
    this.shallOpen ||= open;
    return ++this.asked;
  }

  /** Resolves when nothing stands in the way of this wish: false when a later one speaks for it. */
  async free(wish: number): Promise<boolean> {
    while (this.unanswered && wish === this.asked) await this.unanswered.over;
    return wish === this.asked;
  }

  get isWaiting(): boolean {
    return this.unanswered !== null;
  }

  /** Brings what Janus sends in line with what is wanted; null where nothing changes. */
  async negotiate(attach: () => Promise<Handle>, lookAgain: () => Promise<void>): Promise<MediaOffer | null> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.describe(() => this.attempt(attach));
      } catch (error) {
        if (codeOf(error) !== JanusCode.noSuchFeed || attempt === MOST_ATTEMPTS) throw error;
        await lookAgain();
      }
    }
  }

  async accept(answer: string): Promise<void> {
    if (!this.handle || !this.unanswered) throw new Refusal('no-offer', 'There is no offer that waits for an answer.');
    await this.handle.ask({ request: 'start' }, { type: 'answer', sdp: answer });
    this.settle();
    this.note(true);
  }

  async open(): Promise<void> {
    this.shallOpen = true;
    if (this.isOpen) return;
    await this.handle?.ask(OPEN);
    this.isOpen = true;
  }

  /** Pictures that nobody looks at are held back by Janus; no negotiation, and the first picture is a whole one when they come again. */
  async look(at: readonly Looked[]): Promise<void> {
    if (!this.handle || !this.isOpen) return;
    const streams = this.tracks()
      .filter(({ kind }) => kind === 'video')
      .map(({ mid, key, seatId, screen }) => ({ mid, key, send: at.some((one) => one.seatId === seatId && one.screen === screen) }));
    const changed = streams.filter(({ key, send }) => this.flowing.get(key) !== send);
    if (changed.length > 0) await this.handle.ask({ request: 'configure', streams: changed.map(({ mid, send }) => ({ mid, send })) });
    this.flowing = new Map(streams.map(({ key, send }) => [key, send]));
  }

  override forget(): void {
    this.asked++;
    this.settle();
  }

  private async attempt(attach: () => Promise<Handle>): Promise<MediaOffer | null> {
    if (this.shallOpen) await this.open();
    const wished = this.wanted.flatMap(({ feedId }) => (this.room.feeds.get(feedId) ?? []).map(({ mid }) => ({ feed: feedId, mid })));
    const active = this.held.filter((one) => one.active !== false);
    const add = wished.filter(({ feed, mid }) => !active.some((one) => one.feed_id === feed && one.feed_mid === mid));
    const remove = active.filter((one) => !wished.some(({ feed, mid }) => one.feed_id === feed && one.feed_mid === mid));
    if (add.length === 0 && remove.length === 0) return null;
    // Each stream by its own mid: asked for a whole feed, Janus 1.1.2 can hang on one that it had refused.
    if (!this.handle) {
      const reply = await this.join(add, attach);
      if (!this.isOpen) await this.handle!.ask(CLOSE); // in time: nothing flows before the answer's `start`
      return this.offered(reply);
    }
    // By our mid: Janus finds nothing to end under a feed that is gone.
    const unsubscribe = remove.map(({ mid }) => ({ sub_mid: mid }));
    const update = { request: 'update', ...(add.length > 0 && { subscribe: add }), ...(unsubscribe.length > 0 && { unsubscribe }) };
    return this.offered(await (this.isOpen ? this.handle.ask(update) : this.behindClosedDoors(this.handle, update)));
  }

  /** A stream that an update adds flows at once (its `send` is not heeded): so all stand still meanwhile. */
  private async behindClosedDoors(handle: Handle, update: Json): Promise<Reply> {
    await handle.ask({ request: 'pause' });
    try {
      const reply = await handle.ask(update);
      await handle.ask(CLOSE);
      return reply;
    } finally {
      await handle.ask({ request: 'start' });
    }
  }

  private async join(streams: readonly object[], attach: () => Promise<Handle>): Promise<Reply> {
    const handle = await attach();
    handle.listen({ core: (what, message) => this.hear(what, message) });
    try {
      const reply = await handle.ask({ request: 'join', ptype: 'subscriber', ...this.room.admission, autoupdate: false, streams });
      if (handle.ended) throw unavailable();
      this.handle = handle;
      return reply;
    } catch (error) {
      await handle.detach();
      throw error;
    }
  }

  private offered({ data, jsep }: Reply): MediaOffer | null {
    if (data['streams']) this.held = data['streams'] as readonly HeldStream[];
    if (!jsep) return null;
    this.note(false);
    this.expectAnswer();
    return { sdp: jsep.sdp, tracks: this.tracks().map(({ key: _, ...track }) => track) };
  }

  /** What is held now, and whose it is; `key` names the stream, also where another one takes over its section. */
  private tracks(): (ReceivedTrack & { key: string })[] {
    const seats = new Map(this.wanted.map((feed) => [feed.feedId, feed.seatId]));
    return this.held.flatMap(({ mid, type, active, feed_id, feed_mid }) => {
      const seatId = seats.get(feed_id ?? '');
      const screen = this.room.feeds.get(feed_id ?? '')?.some((stream) => stream.screen && stream.mid === feed_mid);
      return active !== false && seatId && (type === 'audio' || type === 'video') ? [{ mid, seatId, kind: type, ...(screen && { screen: true as const }), key: `${mid} ${feed_id} ${feed_mid}` }] : [];
    });
  }

  private note(settled: boolean): void {
    this.handle?.note({ heldAs: 'receive', roomId: this.room.room.id, seatId: this.seatId, feedId: null, privateId: null, settled, streams: this.held.map(({ mid, type, active, feed_id, feed_mid }) => ({ mid, type, active, feed_id, feed_mid })) });
  }

  private expectAnswer(): void {
    let end = () => {};
    const over = new Promise<void>((resolve) => (end = resolve));
    const timer = setTimeout(() => this.listener.ended(this, 'the offer was not answered'), this.answerLimitMs);
    this.unanswered = { timer, over, end };
  }

  private settle(): void {
    if (!this.unanswered) return;
    clearTimeout(this.unanswered.timer);
    this.unanswered.end();
    this.unanswered = null;
  }
}
