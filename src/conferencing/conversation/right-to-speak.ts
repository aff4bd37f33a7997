import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Place } from '../../../client/protocol.js';
import { Forbidden } from '../../platform/model/refusal.js';
import type { Occupied } from '../lobby.js';
import type { Room } from '../model/room.js';
import { Seat } from '../model/seat.js';
import { WholeState } from '../whole-state.js';

export interface Speaker {
  room: Room;
  seat: Seat;
  place: Place;
}

/** Who may take part in the conversation, read from the database at the moment when it counts. */
@Injectable()
export class RightToSpeak {
  constructor(
    private readonly em: EntityManager,
    private readonly state: WholeState,
  ) {}

  /** @throws Forbidden while the seat waits, once it was left or taken away, or once it is over. */
  async anyone({ seatId, sessionId, holding }: Occupied): Promise<Speaker> {
    const [room, seat] = await Promise.all([this.state.room(sessionId), this.em.findOne(Seat, { id: seatId, left: false, holding }, { disableIdentityMap: true })]);
    const place = seat && room?.placeOfSeat(seat);
    if (!room || !seat || (place !== 'room' && place !== 'backstage')) throw new Forbidden('doors-closed', 'The doors are not open.');
    return { room, seat, place };
  }

  async host(occupied: Occupied): Promise<Speaker> {
    const speaker = await this.anyone(occupied);
    if (speaker.seat.role !== 'host') throw new Forbidden('not-a-host', 'Only a host can do that.');
    return speaker;
  }

  async team(occupied: Occupied): Promise<Speaker> {
    const speaker = await this.anyone(occupied);
    if (speaker.seat.role === 'attendee') throw new Forbidden('not-a-host', 'Only hosts and speakers can do that.');
    return speaker;
  }

  /** Before the start those backstage prepare; what needs an audience waits for it. */
  async hostOfOpenRoom(occupied: Occupied): Promise<Speaker> {
    const speaker = await this.host(occupied);
    if (speaker.place !== 'room') throw new Forbidden('doors-closed', 'Open the doors first.');
    return speaker;
  }
}
