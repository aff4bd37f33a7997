import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Forbidden } from '../platform/model/refusal.js';
import { RequestStart } from '../scheduling/events.js';
import type { Occupied } from './lobby.js';
import { Seat } from './model/seat.js';
import { Presence } from './presence.js';
import { WholeState } from './whole-state.js';

/** *Start*, from a seat: a host's, or where none has come, the steward's, who is the host from then on. */
@Injectable()
export class StartDoors {
  constructor(
    private readonly em: EntityManager,
    private readonly commands: CommandBus,
    private readonly state: WholeState,
    private readonly presence: Presence,
  ) {}

  async start({ role, sessionId, seatId }: Occupied): Promise<void> {
    if (role === 'host') return this.commands.execute(new RequestStart(sessionId, { kind: 'host-seat', sessionId, seatId }));
    const room = await this.state.room(sessionId);
    const seat = await this.em.transactional(async (em) => {
      const found = await em.findOne(Seat, { id: seatId }, { refresh: true });
      // Read at this moment: a host may have come since the page was told.
      if (!room?.steward || !found || !room.hostMissing || !room.isSteward(found)) throw new Forbidden('not-a-host', 'Only a host can do that.');
      await this.commands.execute(new RequestStart(sessionId, { kind: 'steward-seat', sessionId, steward: room.steward }));
      found.lead();
      return found;
    });
    await this.presence.changed(room!, seat);
  }
}
