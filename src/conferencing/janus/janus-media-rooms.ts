import type { Candidate, Direction, Kind, Looked } from '../../../client/protocol.js';
import { Refusal } from '../../platform/model/refusal.js';
import { MediaRooms, type Feed, type MediaListener, type MediaOffer, type MediaRoom, type TakenOver } from '../media-rooms.js';
import type { ConnectionListener } from './connection.js';
import type { HandleBook } from './handle-book.js';
import { Inheritance } from './inheritance.js';
import { JanusLink, type LinkOptions, type Log } from './link.js';
import { NarrowDoor } from './narrow-door.js';
import type { OpenRoom } from './open-room.js';
import { Publication, type PublicationListener } from './publication.js';
import { asRefusal, refusing } from './refusals.js';
import { Rooms } from './rooms.js';
import { answerForGateway, isUsefulCandidate, offerForGateway, sdpForBrowser } from './sanitize-sdp.js';
import { Seats, type HeldHandle } from './seats.js';
import { Subscription } from './subscription.js';
import { Turns } from '../turns.js';

export interface JanusOptions extends LinkOptions {
  readonly adminKey: string;
  readonly answerLimitMs?: number;
}

/** How many connections are negotiated at once: enough to keep Janus busy, few enough that the first need not wait for all. */
const NEGOTIATED_AT_ONCE = 64;

/**
 * Janus's VideoRoom behind the port. Each seat has at most one handle for what it sends and one for all
 * that it receives; what is asked for one of them happens in turn. What Janus tells is taken at once.
 */
export class JanusMediaRooms extends MediaRooms {
  private readonly link: JanusLink;
  private readonly turns = new Turns();
  private readonly crowd = new NarrowDoor(NEGOTIATED_AT_ONCE);
  private readonly listeners: MediaListener[] = [];
  private readonly rooms: Rooms;
  private readonly seats = new Seats();
  private readonly inheritance: Inheritance;
  private ready = false;

  constructor(private readonly options: JanusOptions, private readonly log: Log, private readonly book: HandleBook) {
    super();
    this.link = new JanusLink(options, log, { up: () => this.begin(), regained: () => this.catchUp(), down: () => this.forgetAll() }, book);
    this.rooms = new Rooms(this.link, options.adminKey, { feed: (feedId) => this.tellSending(feedId), gone: (room) => this.roomGone(room) });
    this.inheritance = new Inheritance(book, this.rooms, this.seats, {
      link: () => new JanusLink(options, log, { up: async () => {}, regained: () => this.catchUp(), down: () => this.endLost() }, book),
      publication: (feed, room, steward, handle) => Publication.resume(feed, room, steward, handle, this.publicationListener(feed)),
      subscription: (room, seatId) => this.newSubscription(room, seatId),
    });
  }

  get available(): boolean {
    return this.link.up && this.ready;
  }

  /** Frames of Janus that were dropped because they were no message. */
  get malformed(): number {
    return this.link.malformed;
  }

  /** Janus's own numbers. */
  get claimable(): { sessionId: number | null; handles: HeldHandle[] } {
    return { sessionId: this.link.sessionId, handles: this.seats.handles };
  }

  /** Resolves after the first attempt to reach Janus, whatever came of it; it is kept up from then on. */
  connect(): Promise<void> {
    return this.link.connect();
  }

  /** Ends everything that is held at Janus. */
  async disconnect(): Promise<void> {
    await Promise.all([this.link.disconnect(), this.inheritance.end('disconnect')]);
  }

  async leave(): Promise<void> {
    await this.book.close();
    await Promise.all([this.link.leave(), this.inheritance.end('leave')]);
  }

  takeOver(instance: string, roomOf: (roomId: string) => Promise<MediaRoom | null>): Promise<TakenOver[] | null> {
    return refusing(async () => (this.available ? this.inheritance.takeOver(instance, roomOf) : null));
  }

  listen(listener: MediaListener): void {
    this.listeners.push(listener);
  }

  open(room: MediaRoom): Promise<void> {
    return refusing(() => this.rooms.open(room));
  }

  close(room: MediaRoom): Promise<void> {
    return refusing(() => this.rooms.close(room, (opened) => this.seats.releaseRoom(opened)));
  }

  openRooms(): Promise<string[]> {
    return refusing(() => this.rooms.list());
  }

  publish(room: MediaRoom, feed: Feed, offer: string, silenced: readonly Kind[] = []): Promise<string> {
    return refusing(async () => {
      const sdp = offerForGateway(offer);
      return this.turns.take(`send ${feed.seatId}`, () => this.rooms.within(room, async (opened) => sdpForBrowser(await this.crowd.through(() => this.answer(opened, feed, sdp, silenced)))));
    });
  }

  silence(seatId: string, kinds: readonly Kind[]): Promise<void> {
    return refusing(() => this.turns.take(`send ${seatId}`, async () => this.seats.sending.get(seatId)?.silence(kinds)));
  }

  record(seatId: string, feedId: string, pieces: string | null): Promise<void> {
    return refusing(() => this.turns.take(`send ${seatId}`, async () => {
      const publication = this.seats.sending.get(seatId);
      if (publication?.feed.feedId === feedId) await publication.record(pieces);
    }));
  }

  offer(room: MediaRoom, seatId: string, feeds: readonly Feed[], { open = true }: { open?: boolean } = {}): Promise<MediaOffer | null> {
    return refusing(() =>
      this.rooms.within(room, async (opened) => {
        const subscription = await this.turns.take(`receive ${seatId}`, () => this.subscriptionOf(opened, seatId));
        const wish = subscription.want(feeds, open);
        while (await subscription.free(wish)) {
          const offered = await this.turns.take(`receive ${seatId}`, async () => (subscription.isWaiting ? 'later' : this.negotiate(seatId, subscription)));
          if (offered !== 'later') return offered && { ...offered, sdp: sdpForBrowser(offered.sdp) };
        }
        return null;
      }),
    );
  }

  accept(seatId: string, answer: string): Promise<void> {
    return refusing(async () => {
      const sdp = answerForGateway(answer);
      await this.turns.take(`receive ${seatId}`, async () => {
        const subscription = this.seats.receiving.get(seatId);
        if (!subscription) throw new Refusal('no-offer', 'There is no offer that waits for an answer.');
        await subscription.accept(sdp);
      });
    });
  }

  look(seatId: string, at: readonly Looked[]): Promise<void> {
    return refusing(() => this.turns.take(`receive ${seatId}`, async () => this.seats.receiving.get(seatId)?.look(at)));
  }

  openDoor(seatId: string): Promise<void> {
    return refusing(() => this.turns.take(`receive ${seatId}`, async () => this.seats.receiving.get(seatId)?.open()));
  }

  trickle(seatId: string, direction: Direction, candidates: readonly Candidate[], done: boolean): Promise<void> {
    const useful = candidates.filter(({ candidate }) => isUsefulCandidate(candidate)).map(({ candidate, sdpMid, sdpMLineIndex }) => ({ candidate, sdpMid, sdpMLineIndex }));
    return refusing(() =>
      this.turns.take(`${direction} ${seatId}`, async () => {
        await this.seats.of(direction, seatId)?.handle?.trickle(useful, done); // one for a connection that has ended is late, not wrong
      }),
    );
  }

  hangUp(seatId: string, direction?: Direction): Promise<void> {
    const directions = direction ? [direction] : (['send', 'receive'] as const);
    return refusing(async () => {
      await Promise.all(directions.map((one) => this.turns.take(`${one} ${seatId}`, async () => this.seats.release(one, seatId)?.detach())));
    });
  }

  private async answer(room: OpenRoom, feed: Feed, offer: string, silenced: readonly Kind[]): Promise<string> {
    const { seatId } = feed;
    const before = this.seats.sending.get(seatId);
    if (before?.feed.feedId === feed.feedId && before.room === room) return before.negotiate(offer, silenced);
    await this.seats.release('send', seatId)?.detach();
    const publication = await Publication.begin(feed, room, await this.rooms.steward(), await this.link.attach(), this.publicationListener(feed));
    this.seats.sending.set(seatId, publication);
    try {
      return await publication.negotiate(offer, silenced);
    } catch (error) {
      if (this.seats.sending.get(seatId) === publication) await this.seats.release('send', seatId)?.detach();
      throw error;
    }
  }

  private async subscriptionOf(room: OpenRoom, seatId: string): Promise<Subscription> {
    const before = this.seats.receiving.get(seatId);
    if (before?.room === room) return before;
    await this.seats.release('receive', seatId)?.detach();
    const subscription = this.newSubscription(room, seatId);
    this.seats.receiving.set(seatId, subscription);
    return subscription;
  }

  private newSubscription(room: OpenRoom, seatId: string): Subscription {
    return new Subscription(room, seatId, this.connectionListener('receive', seatId), this.options.answerLimitMs);
  }

  private publicationListener({ seatId, feedId }: Feed): PublicationListener {
    return { ...this.connectionListener('send', seatId), sending: (kinds) => this.tell((listener) => listener.sending(seatId, feedId, kinds)) };
  }

  private async negotiate(seatId: string, subscription: Subscription): Promise<MediaOffer | null> {
    const isHeld = () => this.seats.receiving.get(seatId) === subscription;
    if (!isHeld()) return null; // hung up while this waited for its turn
    const lookAgain = async () => subscription.room.lookAgain(await this.rooms.steward());
    const offered = await this.crowd.through(() => subscription.negotiate(() => this.link.attach(), lookAgain));
    if (isHeld()) return offered;
    await subscription.handle?.detach();
    return null;
  }

  private connectionListener(direction: Direction, seatId: string): ConnectionListener<unknown> {
    return {
      candidates: (candidates, done) => this.tell((listener) => listener.candidates(seatId, direction, candidates, done)),
      ended: (connection, why) => this.ended(direction, seatId, connection, why),
    };
  }

  /* ── what Janus tells ── */

  private ended(direction: Direction, seatId: string, connection: unknown, why: string): void {
    if (this.seats.of(direction, seatId) !== connection) return;
    const handle = this.seats.release(direction, seatId);
    if (!handle) return; // nothing was negotiated yet
    void handle.detach();
    this.tell((listener) => listener.hungUp(seatId, direction, why));
  }

  private roomGone(room: OpenRoom): void {
    for (const { direction, seatId, connection } of this.seats.inRoom(room)) this.ended(direction, seatId, connection, 'the room is gone');
  }

  /** A session that was taken over is lost, and what was held in it. */
  private endLost(): void {
    for (const { direction, seatId, connection } of this.seats.ended()) this.ended(direction, seatId, connection, 'the gateway let go of it');
  }

  private tellSending(feedId: string): void {
    for (const publication of this.seats.sending.values()) if (publication.feed.feedId === feedId) publication.tell();
  }

  private async begin(): Promise<void> {
    await this.rooms.steward();
    this.ready = true;
    this.tell((listener) => listener.available(true));
  }

  private async catchUp(): Promise<void> {
    await this.rooms.catchUp();
    for (const publication of [...this.seats.sending.values()]) publication.catchUp();
  }

  private forgetAll(): void {
    this.rooms.forget();
    this.seats.forget();
    void this.inheritance.end('disconnect');
    const wasReady = this.ready;
    this.ready = false;
    if (wasReady) this.tell((listener) => listener.available(false));
  }

  private tell(fact: (listener: MediaListener) => void): void {
    for (const listener of this.listeners) {
      try {
        fact(listener);
      } catch (error) {
        this.log.warn(`A listener of the media gateway failed: ${asRefusal(error).code}`);
      }
    }
  }
}
