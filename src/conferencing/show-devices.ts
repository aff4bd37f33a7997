import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Occupied } from './lobby.js';
import { Seat } from './model/seat.js';
import { Presence } from './presence.js';
import { WholeState } from './whole-state.js';

/** Whether somebody's microphone and camera are on, and whether they show their screen: told to those who see them. */
@Injectable()
export class ShowDevices {
  constructor(
    private readonly em: EntityManager,
    private readonly presence: Presence,
    private readonly state: WholeState,
  ) {}

  async show({ seatId, sessionId }: Occupied, { microphone, camera, screen = false }: { microphone: boolean; camera: boolean; screen?: boolean }): Promise<void> {
    const changed = await this.em.execute<{ id: string }[]>(
      // What a host has silenced is off, whatever the page says.
      `with now as (select id, ? and not muted as microphone, ? and not camera_stopped as camera, ? and on_stage and not camera_stopped as screen from conferencing.seat where id = ?)
       update conferencing.seat set microphone = now.microphone, camera = now.camera, screen = now.screen from now
        where seat.id = now.id and (seat.microphone, seat.camera, seat.screen) is distinct from (now.microphone, now.camera, now.screen) returning seat.id`,
      [microphone, camera, screen, seatId],
    );
    if (changed.length === 0) return;
    const [room, seat] = await Promise.all([this.state.room(sessionId), this.em.findOne(Seat, { id: seatId }, { refresh: true })]);
    if (room && seat && this.state.shows(room, seat)) await this.presence.changed(room, seat);
  }
}
