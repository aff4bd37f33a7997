import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Candidate, ClientMessage, Direction } from '../../client/protocol.js';
import { Forbidden, Refusal } from '../platform/model/refusal.js';
import { Readiness } from '../platform/http/readiness.js';
import { Announcements } from '../platform/realtime/announcements.js';
import { Lobby, type Occupied } from './lobby.js';
import { MediaRooms, type Feed, type MediaListener } from './media-rooms.js';
import { Room } from './model/room.js';
import type { Seat } from './model/seat.js';
import { SeatsTogether } from './seats-together.js';
import { HeldConnections, type Held } from './stage/held.js';
import { TakeOver } from './stage/take-over.js';
import { Views } from './stage/views.js';
import { WarmSeats } from './stage/warm-seats.js';
import { WholeState } from './whole-state.js';

type Message<Type extends ClientMessage['type']> = Extract<ClientMessage, { type: Type }>;

/** Media between browsers and the gateway: the server decides who sends, and who receives whom. */
@Injectable()
export class Stage implements MediaListener, OnModuleInit {
  private readonly log = new Logger('Stage');

  constructor(
    private readonly em: EntityManager,
    private readonly lobby: Lobby,
    private readonly media: MediaRooms,
    private readonly state: WholeState,
    private readonly seats: SeatsTogether,
    private readonly announcements: Announcements,
    private readonly readiness: Readiness,
    private readonly held: HeldConnections,
    private readonly predecessors: TakeOver,
    private readonly views: Views,
    private readonly warm: WarmSeats,
  ) {}

  onModuleInit(): void {
    this.media.listen(this);
    this.readiness.watch('media', () => this.media.available);
    this.announcements.hear('feeds', ({ sessionId }) => this.inContext(() => this.offerToAll(String(sessionId))));
    // Who began or ceased to send meanwhile is in no version: what is offered is held against the database.
    this.announcements.afterGap(() => {
      for (const sessionId of this.lobby.sessions()) this.inContext(() => this.offerToAll(sessionId));
    });
  }

  async publish(occupied: Occupied, { sdp }: Message<'publish'>): Promise<void> {
    const { room, seat } = await this.enteredBy(occupied);
    if (!seat.onStage) throw new Forbidden('not-on-stage', 'You are not on stage.');
    await this.media.open(room.media);
    const { seatId, sessionId, holding } = occupied;
    const feedId = feedOf(seatId, sdp);
    this.held.send.set(seatId, { sessionId, holding, feedId });
    const answer = await this.media.publish(room.media, { feedId, seatId }, sdp, seat.silenced);
    // A host may have decided meanwhile, before this connection stood among those that it is told of.
    const now = await this.seats.notLeft(seatId);
    if (!now?.onStage) {
      await this.hangUp({ seatId }, 'send');
      throw new Forbidden('not-on-stage', 'You are not on stage.');
    }
    if (now.silenced.join() !== seat.silenced.join()) await this.media.silence(seatId, now.silenced);
    this.lobby.send(occupied, { type: 'published', sdp: answer });
    await this.views.tellSenders(sessionId);
  }

  /** What hosts have decided about a seat, done at the gateway where this instance holds its sending. */
  async heed({ id, onStage, silenced }: Pick<Seat, 'id' | 'onStage' | 'silenced'>): Promise<void> {
    if (!this.held.send.has(id)) return;
    await (onStage ? this.media.silence(id, silenced) : this.hangUp({ seatId: id }, 'send'));
  }

  /** The browser's receiving connection is new: whatever it had before is over. */
  async receive(occupied: Occupied): Promise<void> {
    const { room, seat } = await this.enteredBy(occupied, this.warm.has(occupied.seatId));
    if (this.held.receive.has(seat.id)) await this.media.hangUp(seat.id, 'receive');
    this.held.receive.set(seat.id, { sessionId: occupied.sessionId, holding: occupied.holding, feedId: null });
    await this.offer(occupied, room);
    if (room.placeOf(occupied.role) !== 'foyer') return;
    // The doors may have opened meanwhile, before this connection stood among those that they open for.
    const now = await this.state.room(occupied.sessionId);
    if (now && now.placeOf(occupied.role) === 'room') await this.offer(occupied, now);
  }

  /** The doors are open: what waited warm flows, by the server's act alone. */
  async openDoors(sessionId: string): Promise<void> {
    const waiting = this.lobby.in(sessionId).filter(({ seatId }) => this.warm.forget(seatId) && this.held.receive.has(seatId));
    await Promise.all(waiting.map(({ seatId }) => this.media.openDoor(seatId).catch((error: Error) => this.log.warn(`A warm door stayed shut: ${error.message}`))));
    await this.offerToAll(sessionId);
  }

  async received(occupied: Occupied, { sdp }: Message<'received'>): Promise<void> {
    if (!this.held.receive.has(occupied.seatId)) throw new Refusal('nothing-offered', 'Nothing was offered.', 409);
    await this.media.accept(occupied.seatId, sdp);
  }

  /** Only what is in sight is sent there. Who receives nothing looks at nothing. */
  async look(occupied: Occupied, { at }: Message<'look'>): Promise<void> {
    if (!this.held.receive.has(occupied.seatId)) return;
    this.views.look(occupied, at);
    await this.media.look(occupied.seatId, at);
  }

  async trickle(occupied: Occupied, { direction, candidates, done }: Message<'candidates'>): Promise<void> {
    if (this.held[direction].has(occupied.seatId)) await this.media.trickle(occupied.seatId, direction, candidates, done ?? false);
  }

  async hangUp({ seatId }: Pick<Occupied, 'seatId'>, direction?: Direction): Promise<void> {
    if (!direction) this.warm.forget(seatId);
    const sent = direction === 'receive' ? undefined : this.held.send.get(seatId);
    const any = (direction ? [direction] : (['send', 'receive'] as const)).filter((one) => this.held[one].delete(seatId));
    if (any.length > 0) await this.media.hangUp(seatId, direction);
    if (sent) await this.stopped(seatId, sent);
  }

  /** Another device has the seat: what this instance holds for a former one ends at once, whatever that one does. */
  hangUpFormer({ seatId, holding }: Pick<Occupied, 'seatId' | 'holding'>): void {
    const former = (['send', 'receive'] as const).filter((one) => (this.held[one].get(seatId)?.holding ?? holding) < holding);
    for (const direction of former) this.inContext(() => this.hangUp({ seatId }, direction));
  }

  /** After a return: connections that this instance does not hold are gone, whatever the browser believes; the others are brought up to date. */
  remind(occupied: Occupied): void {
    for (const direction of ['send', 'receive'] as const) {
      if (!this.held[direction].has(occupied.seatId)) this.lobby.send(occupied, { type: 'hung-up', direction, why: 'not-here' });
    }
    if (this.held.receive.has(occupied.seatId)) this.inContext(() => this.offerTo([occupied]));
    if (this.held.send.has(occupied.seatId)) void this.views.tellSenders(occupied.sessionId);
  }

  /**
   * A seat comes back that was another instance's: if that one is dead, everything that it held at the gateway goes
   * on here, so that nobody's sound and picture stops.
   */
  async takeOver(instance: string | null): Promise<void> {
    await this.predecessors.from(instance, ({ seatId, direction }) => this.inContext(() => this.hangUp({ seatId }, direction)));
  }

  /** What is held goes on without this instance, until another one takes it over. */
  async leave(): Promise<void> {
    await this.media.leave();
    await this.announcements.retire();
  }

  async close(room: Room): Promise<void> {
    for (const { seatId } of this.lobby.in(room.sessionId)) this.held.forget(seatId);
    await this.media.close(room.media);
    await this.views.end(room.sessionId);
  }

  /* ── what the gateway tells ── */

  candidates(seatId: string, direction: Direction, candidates: Candidate[], done: boolean): void {
    const occupied = this.lobby.find(seatId);
    if (occupied) this.lobby.send(occupied, { type: 'candidates', direction, candidates, done });
  }

  sending(seatId: string, feedId: string): void {
    this.inContext(async () => {
      // Told again it is the same feed, with another part: others are offered that, too.
      const rows = await this.em.execute<{ session_id: string }[]>('update conferencing.seat set feed_id = ? where id = ? returning session_id', [feedId, seatId]);
      if (rows[0]) this.announcements.announce('feeds', { sessionId: rows[0].session_id });
    });
  }

  hungUp(seatId: string, direction: Direction, why: string): void {
    const held = this.held[direction].get(seatId);
    if (!held) return;
    this.held[direction].delete(seatId);
    const occupied = this.lobby.find(seatId);
    if (occupied) this.lobby.send(occupied, { type: 'hung-up', direction, why });
    if (direction === 'send') this.inContext(() => this.stopped(seatId, held));
  }

  available(available: boolean): void {
    const here = this.lobby.sessions();
    const { feeds } = this.held;
    this.held.clear();
    this.inContext(async () => {
      // Of what was before nothing is left at the gateway (other instances know of theirs): everyone negotiates anew.
      await this.em.execute('update conferencing.seat set feed_id = null where id in (select id from conferencing.seat where feed_id = any(?::text[]) order by id for no key update)', [`{${feeds.join(',')}}`])
        .catch((error: Error) => this.log.error(`Feeds that are gone are still written down: ${error.message}`));
      for (const sessionId of here) await this.lobby.tell(sessionId, { type: 'media', available });
    });
  }

  /** Unless it sends something else by now, from here or through another instance. */
  private async stopped(seatId: string, { sessionId, feedId }: Held): Promise<void> {
    await this.em.execute('update conferencing.seat set feed_id = null where id = ? and feed_id = ?', [seatId, feedId]);
    this.announcements.announce('feeds', { sessionId });
  }

  private async offerToAll(sessionId: string): Promise<void> {
    await this.offerTo(this.lobby.in(sessionId).filter(({ seatId }) => this.held.receive.has(seatId)));
  }

  private async offerTo(receiving: readonly Occupied[]): Promise<void> {
    const room = receiving[0] ? await this.state.room(receiving[0].sessionId) : null;
    if (!room) return;
    await Promise.all(receiving.map((occupied) => this.offer(occupied, room).catch((error: Error) => this.beginAnew(occupied, error))));
  }

  /** An offer that failed comes no second time by itself: the browser is asked to begin anew, or it would stay deaf. */
  private async beginAnew({ seatId }: Occupied, error: Error): Promise<void> {
    this.log.warn(`An offer failed: ${error.message}`);
    await this.media.hangUp(seatId, 'receive').catch(() => undefined); // gone with the gateway
    this.hungUp(seatId, 'receive', 'an offer failed');
  }

  private async offer(occupied: Occupied, room: Room): Promise<void> {
    const open = room.placeOf(occupied.role) !== 'foyer';
    const offer = await this.media.offer(room.media, occupied.seatId, await this.feedsFor(occupied, room), { open });
    if (offer) this.lobby.send(occupied, { type: 'offer', ...offer });
  }

  /** Whom a seat receives: everyone who sends, but itself; before the start hosts and speakers alone. */
  private async feedsFor({ seatId }: Occupied, room: Room): Promise<Feed[]> {
    return (await this.state.feeds(room)).filter((feed) => feed.seatId !== seatId);
  }

  /**
   * The right to media, read at the moment when it is used.
   *
   * @throws Refusal while the seat waits (but for a warm connection, which carries nothing), or once it is over:
   *   no media, room id or name before the doors open.
   */
  private async enteredBy({ seatId, sessionId }: Occupied, warm = false): Promise<{ room: Room; seat: Seat }> {
    const [room, seat] = await Promise.all([this.state.room(sessionId), this.seats.notLeft(seatId)]);
    const place = seat && room?.placeOfSeat(seat);
    const entered = place === 'room' || place === 'backstage' || (place === 'foyer' && warm);
    if (!room || !seat || !entered) throw new Forbidden('doors-closed', 'The doors are not open.');
    return { room, seat };
  }

  private inContext(run: () => Promise<void>): void {
    RequestContext.create(this.em, run).catch((error: Error) => this.log.error(error.message));
  }
}

/**
 * One feed for each RTCPeerConnection: the session id in its SDP's `o=` line stays while it renegotiates and
 * is new when the page makes a new one.
 */
function feedOf(seatId: string, sdp: string): string {
  const [, origin = '0'] = /^o=\S+ (\d{1,20}) /m.exec(sdp) ?? [];
  return `${seatId}.${origin}`;
}
