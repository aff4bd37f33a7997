import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock } from '../platform/model/clock.js';
import { Announcements } from '../platform/realtime/announcements.js';
import { HOST_MISSED_AFTER_MS } from '../scheduling/events.js';
import { Room } from './model/room.js';

const AT_ONCE = 100;
/** Whose network was lost a moment ago, or whose server restarts, is not missing. */
const HOST_IS_THERE = `exists (select from conferencing.seat where seat.session_id = room.session_id and seat.role = 'host'
  and (seat.present or seat.gone_at > now() - interval '1 minute') and not seat.has_left)`;

/** Finds, by the database's clock, where people wait and no host has come, and where one has come after all. */
@Injectable()
export class LookForMissingHosts {
  private readonly log = new Logger('Lobby');
  private looking = false;

  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly announcements: Announcements,
  ) {}

  @Interval(5_000)
  async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      const missing = await this.change((room) => room.missHost(this.clock.now()), `not host_missing and not ${HOST_IS_THERE}
        and (planned ->> 'startsAt')::timestamptz <= now() - interval '${HOST_MISSED_AFTER_MS / 1_000} seconds' and (planned ->> 'endsAt')::timestamptz > now() - interval '1 hour'`);
      const found = await this.change((room) => room.welcomeHost(), `host_missing and ${HOST_IS_THERE}`);
      for (const sessionId of [...missing, ...found]) this.announcements.announce('doors', { sessionId });
    } catch (error) {
      this.log.warn(`Missing hosts were not looked for: ${(error as Error).message}`); // the next look finds the same
    } finally {
      this.looking = false;
    }
  }

  /** Another instance looks, too: what it holds is its own to change. */
  private change(change: (room: Room) => void, where: string): Promise<string[]> {
    return this.em.fork().transactional(async (em) => {
      const rows = await em.execute<{ id: string }[]>(
        `select session_id as id from conferencing.room where status = 'scheduled' and ${where} limit ? for update of room skip locked`, [AT_ONCE]);
      const ids = rows.map(({ id }) => id);
      for (const room of await em.find(Room, { sessionId: { $in: ids } })) change(room);
      return ids;
    });
  }
}
