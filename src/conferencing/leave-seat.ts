import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { Lobby, type Occupied } from './lobby.js';
import { Seat } from './model/seat.js';
import { GRACE_MS, Presence } from './presence.js';
import { Stage } from './stage.js';

/** Going, on purpose or by a lost network. A seat that was left is taken again by *Join*. */
@Injectable()
export class LeaveSeat {
  private readonly log = new Logger('Lobby');

  constructor(
    private readonly em: EntityManager,
    private readonly lobby: Lobby,
    private readonly presence: Presence,
    private readonly stage: Stage,
  ) {}

  /** *Leave*: gone at once, for all to see. */
  async now(occupied: Occupied): Promise<void> {
    await this.em.execute('update conferencing.seat set has_left = true where id = ?', [occupied.seatId]);
    await this.depart(occupied);
  }

  /** The socket closed. Whoever comes back within the grace was never gone. */
  whenNobodyReturns(occupied: Occupied): void {
    if (!this.lobby.unseat(occupied)) return;
    setTimeout(() => {
      if (this.lobby.find(occupied.seatId)) return;
      RequestContext.create(this.em, () => this.depart(occupied)).catch((error: Error) => this.log.error(error.message));
    }, GRACE_MS).unref();
  }

  private async depart(occupied: Occupied): Promise<void> {
    await this.stage.hangUp(occupied);
    const seat = await this.em.findOne(Seat, { id: occupied.seatId }, { refresh: true });
    if (seat) await this.presence.departed(seat);
  }
}
