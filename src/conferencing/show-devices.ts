import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Occupied } from './lobby.js';
import { Seat } from './model/seat.js';
import { Presence } from './presence.js';
import { WholeState } from './whole-state.js';

/** Whether somebody's microphone and camera are on: told to those who see them. */
@Injectable()
export class ShowDevices {
  constructor(
    private readonly em: EntityManager,
    private readonly presence: Presence,
    private readonly state: WholeState,
  ) {}

  async show({ seatId, sessionId }: Occupied, { microphone, camera }: { microphone: boolean; camera: boolean }): Promise<void> {
    const changed = await this.em.execute<{ id: string }[]>(
      // What a host has silenced is off, whatever the page says.
      `update conferencing.seat set microphone = ? and not muted, camera = ? and not camera_stopped
        where id = ? and (microphone, camera) is distinct from (? and not muted, ? and not camera_stopped) returning id`,
      [microphone, camera, seatId, microphone, camera],
    );
    if (changed.length === 0) return;
    const [room, seat] = await Promise.all([this.state.room(sessionId), this.em.findOne(Seat, { id: seatId }, { refresh: true })]);
    if (room && seat && this.state.shows(room, seat)) await this.presence.changed(room, seat);
  }
}
