import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Configuration } from '../platform/config/configuration.js';
import { Lobby } from './lobby.js';
import { MediaRooms } from './media-rooms.js';
import { WarmSeats } from './stage/warm-seats.js';

/** So many are invited in a second: a thousand handshakes are spread over the minutes before the start. */
const A_SECOND = 25;

/**
 * Lets those who wait negotiate ahead, from the moment a host is backstage and sends, and at most five minutes
 * before the planned start. Beyond the limit doors open cold.
 */
@Injectable()
export class WarmDoors {
  constructor(
    private readonly em: EntityManager,
    private readonly lobby: Lobby,
    private readonly media: MediaRooms,
    private readonly seats: WarmSeats,
    private readonly configuration: Configuration,
  ) {}

  @Interval(1_000)
  async warm(): Promise<void> {
    const room = Math.min(A_SECOND, this.configuration.warmDoors - this.seats.count);
    if (room <= 0 || !this.media.available) return;
    const cold = this.lobby.sessions().flatMap((sessionId) => this.lobby.in(sessionId).filter((one) => one.role === 'attendee' && !this.seats.isInvited(one)));
    if (cold.length === 0) return;
    const soon = await this.sessionsWithAHostBackstage([...new Set(cold.map(({ sessionId }) => sessionId))]).catch(() => new Set<string>());
    for (const occupied of cold.filter(({ sessionId }) => soon.has(sessionId)).slice(0, room)) this.seats.invite(occupied);
  }

  private async sessionsWithAHostBackstage(sessionIds: string[]): Promise<Set<string>> {
    const rows = await this.em.getConnection().execute<{ session_id: string }[]>(
      `select room.session_id from conferencing.room
        where room.session_id = any(?::uuid[]) and room.status = 'scheduled' and (room.planned ->> 'startsAt')::timestamptz < now() + interval '5 minutes'
          and exists (select 1 from conferencing.seat where seat.session_id = room.session_id and seat.role <> 'attendee' and seat.present and seat.feed_id is not null)`,
      [`{${sessionIds.join(',')}}`],
    );
    return new Set(rows.map((row) => row.session_id));
  }
}
