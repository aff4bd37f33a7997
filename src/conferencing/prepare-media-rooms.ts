import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { MediaRooms } from './media-rooms.js';
import { Room } from './model/room.js';

/** Makes the media rooms of what begins soon, so that nothing is created in the second in which everyone comes. */
@Injectable()
export class PrepareMediaRooms {
  constructor(
    private readonly em: EntityManager,
    private readonly media: MediaRooms,
  ) {}

  @Interval(10_000)
  async prepare(): Promise<void> {
    if (!this.media.available) return;
    try {
      const rooms = await this.em.fork().find(Room, { $or: [{ status: 'live' }, { status: 'scheduled', sessionId: { $in: await this.readySessions() } }] });
      for (const room of rooms) await this.media.open(room.media);
    } catch {
      // The database or the gateway is away: entering makes the room, and the next round tries again.
    }
  }

  private async readySessions(): Promise<string[]> {
    const rows = await this.em.getConnection().execute<{ session_id: string }[]>(
      `select session_id from conferencing.room where status = 'scheduled'
          and (planned ->> 'startsAt')::timestamptz between now() - interval '1 day' and now() + interval '30 minutes'`,
    );
    return rows.map((row) => row.session_id);
  }
}
