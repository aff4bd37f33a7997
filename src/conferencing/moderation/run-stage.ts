import { Injectable } from '@nestjs/common';
import { Forbidden, Refusal } from '../../platform/model/refusal.js';
import { RightToSpeak } from '../conversation/right-to-speak.js';
import type { Occupied } from '../lobby.js';
import { Decisions, SEATS_CHANGED, type Decided as Changed } from './decisions.js';
import type { Decided } from './moderation-requests.js';

/** Who is on stage: invited up, coming by one's own word, and taken off. */
@Injectable()
export class RunStage {
  constructor(
    private readonly right: RightToSpeak,
    private readonly decisions: Decisions,
  ) {}

  /** Asks somebody up. Asked again after a no, or by two hosts, it is asked once. */
  async invite(occupied: Occupied, { seatId }: Decided<'invite'>): Promise<void> {
    const { room } = await this.right.hostOfOpenRoom(occupied);
    const seat = await this.decisions.seat(room.sessionId, seatId);
    if (seat.onStage) throw new Refusal('on-stage-already', 'They are on stage already.');
    if (seat.left || !seat.present || seat.admission !== 'admitted') throw new Refusal('not-here', 'They are not here now.');
    await this.decisions.make(room, async (em, number) => {
      await em.execute(`update conferencing.seat set invitation = 'awaited', moderated = ? where id = ? and not on_stage`, [number, seatId]);
      return [];
    });
  }

  /** The invited one's word. Who was invited to speak is not silenced any more. */
  async answer(occupied: Occupied, { accept }: Decided<'answer-invitation'>): Promise<void> {
    const { room, seat } = await this.right.anyone(occupied);
    await this.decisions.make(room, async (em, number) => {
      const answered = await em.execute<Changed[]>(
        accept
          ? `update conferencing.seat set invitation = null, on_stage = true, muted = false, camera_stopped = false, moderated = ? where id = ? and invitation = 'awaited' ${SEATS_CHANGED}`
          : `update conferencing.seat set invitation = 'declined', moderated = ? where id = ? and invitation = 'awaited' ${SEATS_CHANGED}`,
        [number, seat.id],
      );
      if (answered.length === 0) throw new Forbidden('not-invited', 'The invitation was taken back.');
      return accept ? answered : [];
    });
  }

  /** Their sending ends at the gateway at once. An invitation that is not answered is taken back by the same. */
  async takeOff(occupied: Occupied, { seatId = occupied.seatId }: Decided<'take-off-stage'>): Promise<void> {
    const { room } = seatId === occupied.seatId ? await this.right.anyone(occupied) : await this.right.host(occupied);
    const seat = await this.decisions.seat(room.sessionId, seatId);
    if (seat.role === 'host') throw new Refusal('host-stays', 'A host stays on stage.');
    await this.decisions.make(room, async (em, number) => {
      const off = await em.execute<(Changed & { seen: boolean })[]>(
        `update conferencing.seat as seat set on_stage = false, invitation = null, feed_id = null, microphone = false, camera = false, screen = false, moderated = ?
           from (select id, on_stage from conferencing.seat where id = ?) as before where seat.id = before.id
         returning seat.id, session_id as "sessionId", role, before.on_stage as "onStage", admission`,
        [number, seatId],
      );
      // Told as one who was seen: in a webinar they vanish from the others' list.
      return off.filter(({ onStage }) => onStage);
    });
  }
}
