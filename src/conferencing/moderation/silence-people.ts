import { Injectable } from '@nestjs/common';
import type { Kind } from '../../../client/protocol.js';
import { Forbidden } from '../../platform/model/refusal.js';
import { RightToSpeak } from '../conversation/right-to-speak.js';
import type { Occupied } from '../lobby.js';
import { Decisions, SEATS_CHANGED, type Decided as Changed } from './decisions.js';
import type { Decided } from './moderation-requests.js';

/** What is silenced, and where a room holds it. */
const COLUMN: Record<Kind, { silenced: string; held: string }> = {
  audio: { silenced: 'muted', held: 'microphones_held' },
  video: { silenced: 'camera_stopped', held: 'cameras_held' },
};

/**
 * Mutes people and stops their video: at the gateway, whatever their page does. They may turn it on again
 * themselves, unless a host holds it. A host lets people speak, and never turns anybody's microphone on.
 */
@Injectable()
export class SilencePeople {
  constructor(
    private readonly right: RightToSpeak,
    private readonly decisions: Decisions,
  ) {}

  async one(occupied: Occupied, { seatId, kind, silenced }: Decided<'silence'>): Promise<void> {
    const { room } = await this.right.host(occupied);
    await this.decisions.seat(room.sessionId, seatId);
    await this.decisions.make(room, (em, number) => em.execute<Changed[]>(
      `update conferencing.seat set ${COLUMN[kind].silenced} = ?, moderated = ? where id = ? ${SEATS_CHANGED}`,
      [silenced, number, seatId],
    ));
  }

  async all(occupied: Occupied, { kind, held }: Decided<'silence-all'>): Promise<void> {
    const { room } = await this.right.host(occupied);
    const { silenced, held: holds } = COLUMN[kind];
    await this.decisions.make(room, async (em, number) => {
      await em.execute(`update conferencing.room set ${holds} = ? where session_id = ?`, [held, room.sessionId]);
      // Where it is held, who is on stage later begins silent, too.
      return em.execute<Changed[]>(
        `update conferencing.seat set ${silenced} = true, moderated = ?
          where id in (select id from conferencing.seat where session_id = ? and role <> 'host' and (on_stage or ?) and not ${silenced} order by id for no key update) ${SEATS_CHANGED}`,
        [number, room.sessionId, held],
      ).then((seats) => seats.filter(({ onStage }) => onStage));
    });
  }

  async hold(occupied: Occupied, { kind, held }: Decided<'hold'>): Promise<void> {
    const { room } = await this.right.host(occupied);
    await this.decisions.make(room, async (em) => {
      await em.execute(`update conferencing.room set ${COLUMN[kind].held} = ? where session_id = ?`, [held, room.sessionId]);
      return [];
    });
  }

  /** One's own again. Where it is held a host has to allow it first. */
  async own(occupied: Occupied, { kind }: Decided<'unsilence'>): Promise<void> {
    const { room, seat } = await this.right.anyone(occupied);
    if (!seat.silenced.includes(kind)) return;
    await this.decisions.make(room, async (em, number) => {
      // Read under the room's lock: a host may hold it at this moment.
      const [row] = await em.execute<[{ held: boolean }]>(`select ${COLUMN[kind].held} as held from conferencing.room where session_id = ?`, [room.sessionId]);
      if (row.held && seat.role !== 'host') throw new Forbidden('held-by-host', kind === 'audio' ? 'The host has muted you. Raise your hand to speak.' : 'The host has stopped the video.');
      return em.execute<Changed[]>(`update conferencing.seat set ${COLUMN[kind].silenced} = false, moderated = ? where id = ? ${SEATS_CHANGED}`, [number, seat.id]);
    });
  }
}
