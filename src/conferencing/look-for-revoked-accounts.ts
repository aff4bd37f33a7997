import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { CloseCode } from '../../client/protocol.js';
import { Organizers } from '../identity/principal.js';
import { LeaveSeat } from './leave-seat.js';
import { Lobby } from './lobby.js';

interface Held {
  id: string;
  credential: string;
  occupantKind: string;
  occupantId: string;
  workspaceId: string;
  hostUserId: string;
}

/**
 * A seat that was taken by an account is held only as long as the account may: signed out, a key revoked or too old,
 * out of the workspace, and the socket ends within seconds. Asked of the database, for it may happen on any instance.
 */
@Injectable()
export class LookForRevokedAccounts {
  private readonly log = new Logger('Lobby');
  private looking = false;

  constructor(
    private readonly em: EntityManager,
    private readonly organizers: Organizers,
    private readonly lobby: Lobby,
    private readonly leave: LeaveSeat,
  ) {}

  @Interval(3_000)
  async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      await RequestContext.create(this.em, () => this.closeRevoked());
    } catch (error) {
      this.log.warn(`Revoked accounts were not looked for: ${(error as Error).message}`); // the next look is soon
    } finally {
      this.looking = false;
    }
  }

  private async closeRevoked(): Promise<void> {
    const here = this.lobby.sessions().flatMap((sessionId) => [...this.lobby.in(sessionId), ...this.lobby.atDoor(sessionId)]);
    const hosts = here.filter(({ role }) => role !== 'attendee').map(({ seatId }) => seatId);
    if (hosts.length === 0) return;
    const held = await this.em.execute<Held[]>(
      `select seat.id, credential, occupant_kind as "occupantKind", occupant_id as "occupantId", workspace_id as "workspaceId", host_user_id as "hostUserId"
         from conferencing.seat join conferencing.room using (session_id) where seat.id = any(?::uuid[]) and credential is not null`,
      [`{${hosts.join(',')}}`],
    );
    const roles = held.length > 0 ? await this.organizers.rolesOf(held) : [];
    for (const [at, seat] of held.entries()) if (!mayStay(seat, roles[at] ?? null)) await this.close(seat.id);
  }

  private async close(seatId: string): Promise<void> {
    await this.em.execute('update conferencing.seat set ticket_hash = null where id = ?', [seatId]);
    const occupied = this.lobby.find(seatId);
    // Unseated first: nobody waits for them to come back.
    if (!occupied || !this.lobby.unseat(occupied)) return;
    occupied.socket.close(CloseCode.unauthorized, 'signed out');
    await this.leave.now(occupied);
  }
}

/** A named member keeps the seat as long as they are one; a host by right as long as the session is theirs to host. */
function mayStay({ occupantKind, occupantId, hostUserId }: Held, role: 'owner' | 'host' | null): boolean {
  return role !== null && (occupantKind !== 'organizer' || role === 'owner' || occupantId === hostUserId);
}
