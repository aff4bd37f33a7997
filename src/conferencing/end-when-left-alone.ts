import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Interval } from '@nestjs/schedule';
import { Configuration } from '../platform/config/configuration.js';
import { Clock } from '../platform/model/clock.js';
import { Announcements } from '../platform/realtime/announcements.js';
import { RequestEnd } from '../scheduling/events.js';
import { MediaRooms } from './media-rooms.js';
import { Loneliness, type Glance } from './model/loneliness.js';

interface Row { session_id: string; started_at: Date; minutes: number; hosts: number; people: number }

/** Ends what nobody leads any more. Time counts only while we ran and the media server answered. */
@Injectable()
export class EndWhenLeftAlone {
  private readonly log = new Logger('Lobby');
  private readonly rooms: Loneliness;
  private readonly warned = new Set<string>();

  constructor(
    private readonly em: EntityManager,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
    private readonly media: MediaRooms,
    private readonly announcements: Announcements,
    configuration: Configuration,
  ) {
    this.rooms = new Loneliness(configuration.hostAbsenceMinutes * 60_000);
  }

  @Interval(10_000)
  async look(): Promise<void> {
    if (!this.media.available) return this.rooms.forget();
    try {
      const live = await this.liveRooms();
      this.rooms.keepOnly(new Set(live.map(({ sessionId }) => sessionId)));
      for (const room of live) await this.judge(room);
    } catch {
      this.rooms.forget(); // the database is away: nothing is known of this time
    }
  }

  private async judge(room: Glance): Promise<void> {
    const { sessionId } = room;
    const verdict = this.rooms.judge(room, this.clock.now());
    if (verdict.kind === 'end') {
      this.log.log(`A room ends by itself: ${verdict.why}.`);
      await RequestContext.create(this.em, () => this.commands.execute(new RequestEnd(sessionId, verdict.why)));
    } else if (verdict.kind === 'warn') {
      this.warned.add(sessionId);
      this.announcements.announce('unled', { sessionId, endsAt: verdict.endsAt.toISOString() });
    } else if (this.warned.delete(sessionId)) {
      this.announcements.announce('unled', { sessionId, endsAt: null });
    }
  }

  private async liveRooms(): Promise<Glance[]> {
    const rows = await this.em.getConnection().execute<Row[]>(
      `select room.session_id, room.started_at, (room.planned ->> 'durationMinutes')::int as minutes,
              count(seat.id) filter (where seat.role = 'host')::int as hosts, count(seat.id)::int as people
         from conferencing.room left join conferencing.seat on seat.session_id = room.session_id and seat.present and not seat.has_left and seat.admission = 'admitted'
        where room.status = 'live' group by room.session_id`,
    );
    return rows.map((row) => ({ sessionId: row.session_id, startedAt: new Date(row.started_at), plannedMinutes: row.minutes, hosts: row.hosts, people: row.people }));
  }
}
