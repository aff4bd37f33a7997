import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Occupied } from './lobby.js';
import { Seat } from './model/seat.js';
import { Presence } from './presence.js';
import { Turns } from './turns.js';
import { WholeState } from './whole-state.js';

interface Devices {
  microphone: boolean;
  camera: boolean;
  screen?: boolean;
}

/** Whether somebody's microphone and camera are on, and whether they show their screen: told to those who see them. */
@Injectable()
export class ShowDevices {
  /** A page says it twice within a moment, microphone and then camera: what was said last has to stand. */
  private readonly turns = new Turns();

  constructor(
    private readonly em: EntityManager,
    private readonly presence: Presence,
    private readonly state: WholeState,
  ) {}

  async show(occupied: Occupied, devices: Devices): Promise<void> {
    return this.turns.take(occupied.seatId, () => this.write(occupied, devices));
  }

  private async write({ seatId, sessionId }: Occupied, { microphone, camera, screen = false }: Devices): Promise<void> {
    const changed = await this.em.execute<{ id: string }[]>(
      // Of what a host has silenced, too: people turn it on before the server has let it through, and say so only once.
      `with now as (select id, ?::boolean as microphone, ?::boolean as camera, ? and on_stage as screen from conferencing.seat where id = ?)
       update conferencing.seat set microphone = now.microphone, camera = now.camera, screen = now.screen from now
        where seat.id = now.id and (seat.microphone, seat.camera, seat.screen) is distinct from (now.microphone, now.camera, now.screen) returning seat.id`,
      [microphone, camera, screen, seatId],
    );
    if (changed.length === 0) return;
    const [room, seat] = await Promise.all([this.state.room(sessionId), this.em.findOne(Seat, { id: seatId }, { refresh: true })]);
    if (room && seat && this.state.shows(room, seat)) await this.presence.changed(room, seat);
  }
}
