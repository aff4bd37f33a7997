import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { RightToSpeak } from '../conversation/right-to-speak.js';
import { Lobby, type Occupied } from '../lobby.js';
import type { Decided } from './moderation-requests.js';

const SHOWN = 50;

/** Whom a host may ask up although nobody sees them: a webinar's audience, by name. */
@Injectable()
export class LookAtAudience {
  constructor(
    private readonly em: EntityManager,
    private readonly right: RightToSpeak,
    private readonly lobby: Lobby,
  ) {}

  async look(occupied: Occupied, { search }: Decided<'audience'>): Promise<void> {
    const { room } = await this.right.host(occupied);
    const people = await this.em.execute<{ seatId: string; name: string; invited: boolean }[]>(
      `select id as "seatId", name, invitation is not distinct from 'awaited' as invited from conferencing.seat
        where session_id = ? and role = 'attendee' and present and not has_left and admission = 'admitted' and not on_stage and position(lower(?) in lower(name)) > 0
        order by lower(name), id limit ${SHOWN + 1}`,
      [room.sessionId, search.trim()],
    );
    this.lobby.send(occupied, { type: 'audience', people: people.slice(0, SHOWN), more: people.length > SHOWN });
  }
}
