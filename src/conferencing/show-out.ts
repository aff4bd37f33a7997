import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { CloseCode, type ShownOut } from '../../client/protocol.js';
import { Announcements } from '../platform/realtime/announcements.js';
import { LeaveSeat } from './leave-seat.js';
import { Lobby } from './lobby.js';
import type { Occupant } from './model/seat.js';

/** Shows somebody out whose right to be there has ended, on whichever instance they are. */
@Injectable()
export class ShowOut implements OnModuleInit {
  private readonly log = new Logger('Lobby');

  constructor(
    private readonly em: EntityManager,
    private readonly announcements: Announcements,
    private readonly lobby: Lobby,
    private readonly leave: LeaveSeat,
  ) {}

  onModuleInit(): void {
    this.announcements.hear('shown-out', ({ seatId, why }) => {
      RequestContext.create(this.em, () => this.close(String(seatId), why === 'revoked' ? why : undefined)).catch((error: Error) => this.log.error(`shown-out: ${error.message}`));
    });
    this.announcements.afterGap(() => {
      RequestContext.create(this.em, () => this.shownOutMeanwhile()).catch((error: Error) => this.log.error(`shown-out: ${error.message}`));
    });
  }

  /**
   * Takes the seat away for good, in the caller's transaction: neither its ticket nor its cookie opens
   * anything any more (whom a host has banned is out, and their cookie goes on telling who it was). What is returned closes the socket and hangs up the media, after the commit.
   */
  async occupant({ kind, id: occupantId }: Exclude<Occupant, { kind: 'guest' }>, why?: ShownOut): Promise<() => void> {
    const seats = await this.em.execute<{ id: string }[]>(
      `update conferencing.seat set has_left = true, ticket_hash = null, cookie_hash = '' where occupant_kind = ? and occupant_id = ? and admission <> 'banned' returning id`,
      [kind, occupantId],
    );
    return () => {
      for (const { id } of seats) this.announcements.announce('shown-out', { seatId: id, ...(why && { why }) });
    };
  }

  private async shownOutMeanwhile(): Promise<void> {
    const here = this.lobby.sessions().flatMap((sessionId) => this.lobby.in(sessionId)).map(({ seatId }) => seatId);
    const gone = await this.em.getConnection().execute<{ id: string }[]>(`select id from conferencing.seat where id = any(?::uuid[]) and cookie_hash = ''`, [`{${here.join(',')}}`]);
    for (const { id } of gone) await this.close(id);
  }

  private async close(seatId: string, why?: ShownOut): Promise<void> {
    const occupied = this.lobby.find(seatId);
    // Unseated first: nobody waits for them to come back.
    if (!occupied || !this.lobby.unseat(occupied)) return;
    occupied.socket.close(CloseCode.forbidden, why ?? 'shown out');
    await this.leave.now(occupied);
  }
}
