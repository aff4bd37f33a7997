import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { MediaRooms } from './media-rooms.js';
import { Room } from './model/room.js';

/**
 * Holds the gateway's rooms against the database: those of what begins soon are made, so that nothing is
 * created in the second in which everyone comes; those of what is over are ended.
 */
@Injectable()
export class ReconcileMediaRooms {
  constructor(
    private readonly em: EntityManager,
    private readonly media: MediaRooms,
  ) {}

  @Interval(10_000)
  async reconcile(): Promise<void> {
    if (!this.media.available) return;
    try {
      const open = await this.media.openRooms();
      const em = this.em.fork();
      for (const room of await em.find(Room, { sessionId: { $in: await this.soonOrLive() } })) {
        if (!open.includes(room.mediaId)) await this.media.open(room.media);
      }
      for (const room of await em.find(Room, { mediaId: { $in: open }, status: { $in: ['ended', 'cancelled'] } })) await this.media.close(room.media);
    } catch {
      // The database or the gateway is away: entering makes the room, and the next round tries again.
    }
  }

  private async soonOrLive(): Promise<string[]> {
    const rows = await this.em.getConnection().execute<{ session_id: string }[]>(
      `select session_id from conferencing.room where status = 'live' or (status = 'scheduled'
          and (planned ->> 'startsAt')::timestamptz between now() - interval '1 day' and now() + interval '30 minutes')`,
    );
    return rows.map((row) => row.session_id);
  }
}
