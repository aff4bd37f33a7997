import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { ShownOut } from '../../../client/protocol.js';
import { Refusal } from '../../platform/model/refusal.js';
import { RequestBar } from '../../registration/events.js';
import { RightToSpeak } from '../conversation/right-to-speak.js';
import type { Occupied } from '../lobby.js';
import type { Room } from '../model/room.js';
import { Steps } from '../steps/steps.js';
import { Decisions, SEATS_CHANGED, type Decided as Changed } from './decisions.js';
import type { Decided } from './moderation-requests.js';

/** Who comes in and who has to go: the lock, those who knock, removing and banning. */
@Injectable()
export class GuardDoor {
  constructor(
    private readonly right: RightToSpeak,
    private readonly decisions: Decisions,
    private readonly commands: CommandBus,
    private readonly steps: Steps,
  ) {}

  async lock(occupied: Occupied, { locked }: Decided<'lock'>): Promise<void> {
    const { room } = await this.right.host(occupied);
    await this.setLock(room, locked);
  }

  /** Keeps new seats out, never one that was in. Opened again, who only waited for that comes in. */
  async setLock(room: Room, locked: boolean): Promise<void> {
    await this.decisions.make(room, async (em, number) => {
      await em.execute('update conferencing.room set locked = ? where session_id = ?', [locked, room.sessionId]);
      if (locked) return [];
      return this.present(await em.execute<(Changed & { here: boolean })[]>(
        `update conferencing.seat set admission = 'admitted', knocked_at = null, moderated = ?
          where id in (select id from conferencing.seat where session_id = ? and admission = 'knocking' and not was_removed order by id for no key update) ${SEATS_CHANGED}, present as here`,
        [number, room.sessionId],
      ));
    });
  }

  async admit(occupied: Occupied, { seatId }: Decided<'admit'>): Promise<void> {
    const { room } = await this.right.host(occupied);
    if (seatId !== undefined) await this.decisions.seat(room.sessionId, seatId);
    await this.decisions.make(room, async (em, number) => this.present(await em.execute<(Changed & { here: boolean })[]>(
      `update conferencing.seat set admission = 'admitted', was_removed = false, knocked_at = null, moderated = ?
        where id in (select id from conferencing.seat where session_id = ? and admission = 'knocking' ${seatId === undefined ? '' : 'and id = ?'} order by id for no key update) ${SEATS_CHANGED}, present as here`,
      seatId === undefined ? [number, room.sessionId] : [number, room.sessionId, seatId],
    )));
  }

  /** Not now. They may knock again. */
  async deny(occupied: Occupied, { seatId }: Decided<'deny'>): Promise<void> {
    const { room } = await this.right.host(occupied);
    await this.decisions.seat(room.sessionId, seatId);
    await this.end(room, seatId, 'denied', `admission = 'knocking'`);
  }

  /** The seat ends. Who was removed may knock; who was banned, by registration or by the cookie of a guest, may not. */
  async showOut(occupied: Occupied, seatId: string, as: 'removed' | 'banned'): Promise<void> {
    const { room } = await this.right.host(occupied);
    const seat = await this.decisions.seat(room.sessionId, seatId);
    if (seat.role === 'host') throw new Refusal('host-stays', 'A host can be removed by the organizer alone.');
    // A ban binds to the registration: with the seat its link is shut, and its address.
    const bars = as === 'banned' && seat.occupantKind === 'registration';
    await this.end(room, seatId, as, `admission <> 'banned'`, bars ? () => this.commands.execute(new RequestBar(seat.occupantId)) : undefined);
  }

  /** Neither its ticket nor a return opens anything any more; the cookie still tells who it was. */
  private async end(room: Room, seatId: string, as: Exclude<ShownOut, 'revoked'>, where: string, along?: () => Promise<void>): Promise<void> {
    await this.decisions.make(room, async (em, number) => {
      const ended = await em.execute<{ id: string }[]>(
        `update conferencing.seat set admission = ?, was_removed = was_removed or ?, has_left = true, ticket_hash = null, invitation = null, knocked_at = null,
                feed_id = null, microphone = false, camera = false, screen = false, moderated = ?
          where id = ? and ${where} returning id`,
        [as, as === 'removed', number, seatId],
      );
      if (ended.length > 0) await this.steps.ofSeat(seatId, as, em);
      await along?.();
      return [];
    });
  }

  private present(seats: (Changed & { here: boolean })[]): Changed[] {
    return seats.filter(({ here }) => here);
  }
}
