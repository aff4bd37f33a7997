import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { Instance } from '../../platform/realtime/instance.js';
import { Lobby } from '../lobby.js';
import { MediaRooms, type TakenOver } from '../media-rooms.js';
import { Room } from '../model/room.js';
import { Seat } from '../model/seat.js';
import { HeldConnections } from './held.js';

/** How long people have to come back after a take-over: a page that was told 1012 takes up to 10 s. */
const RETURN_MS = 20_000;

/** What a dead instance held at the gateway goes on here, so that nobody's sound and picture stops. */
@Injectable()
export class TakeOver {
  private readonly log = new Logger('Stage');
  /** Dead instances whose connections were taken over, or are being so. */
  private readonly predecessors = new Map<string, Promise<boolean>>();

  constructor(
    private readonly em: EntityManager,
    private readonly lobby: Lobby,
    private readonly media: MediaRooms,
    private readonly held: HeldConnections,
    private readonly instance: Instance,
  ) {}

  /** A seat comes back that was another instance's. Those of its people who do not come back, too, are named to `absent` later. */
  async from(instance: string | null, absent: (one: TakenOver) => void): Promise<void> {
    if (!instance || instance === this.instance.id) return;
    const before = this.predecessors.get(instance);
    if (before) return void (await before);
    const taking = this.inherit(instance, absent).catch((error: Error) => {
      this.log.warn(`What another instance held is negotiated anew: ${error.message}`);
      return false;
    });
    this.predecessors.set(instance, taking);
    if (!(await taking)) this.predecessors.delete(instance); // it lives, or could not be asked: the next one who comes asks again
  }

  private async inherit(instance: string, absent: (one: TakenOver) => void): Promise<boolean> {
    const taken = await this.media.takeOver(instance, async (mediaId) => (await this.em.findOne(Room, { mediaId }, { disableIdentityMap: true }))?.media ?? null);
    if (!taken) return false;
    const seats = await this.em.find(Seat, { id: { $in: taken.map(({ seatId }) => seatId) } }, { disableIdentityMap: true });
    const bySeat = new Map(seats.map((seat) => [seat.id, seat]));
    for (const { seatId, direction, feedId } of taken) {
      const seat = bySeat.get(seatId);
      if (seat) this.held[direction].set(seatId, { sessionId: seat.sessionId, holding: seat.holding, feedId });
    }
    this.log.log(`Took over ${taken.length} connections of an instance that is gone.`);
    // Whoever does not come back here came back elsewhere, or not at all.
    setTimeout(() => taken.filter(({ seatId }) => !this.lobby.find(seatId)).forEach(absent), RETURN_MS).unref();
    return true;
  }
}
