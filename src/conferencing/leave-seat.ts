import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Lobby, type Occupied } from './lobby.js';
import { Seat } from './model/seat.js';
import { GRACE_MS, Presence } from './presence.js';
import { Stage } from './stage.js';
import { WholeState } from './whole-state.js';

/** Going, on purpose or by a lost network. A seat that was left is taken again by *Join*. */
@Injectable()
export class LeaveSeat implements OnApplicationShutdown {
  private readonly log = new Logger('Lobby');
  private readonly grace = new Map<string, NodeJS.Timeout>();
  private shutDown = false;

  constructor(
    private readonly em: EntityManager,
    private readonly lobby: Lobby,
    private readonly presence: Presence,
    private readonly stage: Stage,
    private readonly state: WholeState,
  ) {}

  /** *Leave*: gone at once, for all to see. */
  async now(occupied: Occupied): Promise<void> {
    await this.em.execute('update conferencing.seat set has_left = true where id = ?', [occupied.seatId]);
    await this.depart(occupied);
  }

  /** The socket closed. Whoever comes back within the grace was never gone. */
  whenNobodyReturns(occupied: Occupied): void {
    if (this.lobby.unseat(occupied)) this.soon(occupied);
  }

  /** Who is in their grace now comes back to another instance, or is found missing there. */
  onApplicationShutdown(): void {
    this.shutDown = true;
    for (const timer of this.grace.values()) clearTimeout(timer);
  }

  private soon(occupied: Occupied): void {
    if (this.shutDown) return;
    const { seatId } = occupied;
    clearTimeout(this.grace.get(seatId)); // each loss has a grace of its own
    const timer = setTimeout(() => {
      this.grace.delete(seatId);
      if (this.lobby.find(seatId)) return;
      RequestContext.create(this.em, () => this.depart(occupied)).catch((error: Error) => {
        this.log.error(`Somebody's going could not be written down yet: ${error.message}`);
        this.soon(occupied);
      });
    }, GRACE_MS);
    this.grace.set(seatId, timer.unref());
  }

  private async depart(occupied: Occupied): Promise<void> {
    await this.stage.hangUp(occupied);
    await this.presence.departed(occupied.seatId);
    // Who came back while this was under way was there first, and is there.
    const back = this.lobby.find(occupied.seatId);
    if (!back || back.socket === occupied.socket) return;
    const [room, seat] = await Promise.all([this.state.room(occupied.sessionId), this.em.findOne(Seat, { id: occupied.seatId }, { refresh: true })]);
    if (room && seat) await this.presence.arrived(seat, room);
  }
}
