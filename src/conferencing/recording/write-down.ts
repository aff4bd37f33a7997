import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Announcements } from '../../platform/realtime/announcements.js';
import { MediaRooms } from '../media-rooms.js';
import { HeldConnections } from '../stage/held.js';
import { Shelf } from './shelf.js';

/**
 * Lets the gateway write down what is sent over the connections that this instance holds, as long as a recording runs,
 * of those who agreed. It may be done at any time and any number of times: a lost announcement costs a few seconds, a
 * connection that was taken over goes on in its piece, and one that was negotiated anew gets a new one.
 */
@Injectable()
export class WriteDown implements OnModuleInit {
  private readonly log = new Logger('Recordings');
  private readonly busy = new Map<string, 'once' | 'again'>();

  constructor(
    private readonly em: EntityManager,
    private readonly announcements: Announcements,
    private readonly media: MediaRooms,
    private readonly held: HeldConnections,
    private readonly shelf: Shelf,
  ) {}

  onModuleInit(): void {
    for (const topic of ['recording', 'feeds']) this.announcements.hear(topic, ({ sessionId }) => this.soon(String(sessionId)));
    this.announcements.afterGap(() => this.look());
  }

  @Interval(5_000)
  look(): void {
    for (const sessionId of new Set([...this.held.send.values()].map((one) => one.sessionId))) this.soon(sessionId);
  }

  private soon(sessionId: string): void {
    if (!this.shelf.isThere) return;
    const before = this.busy.get(sessionId);
    this.busy.set(sessionId, before ? 'again' : 'once');
    if (!before) void this.followWhileThereIsNews(sessionId);
  }

  private async followWhileThereIsNews(sessionId: string): Promise<void> {
    do {
      this.busy.set(sessionId, 'once');
      await RequestContext.create(this.em, () => this.follow(sessionId)).catch((error: Error) => this.log.warn(`Not written down: ${error.message}`));
    } while (this.busy.get(sessionId) === 'again');
    this.busy.delete(sessionId);
  }

  private async follow(sessionId: string): Promise<void> {
    const here = [...this.held.send].flatMap(([seatId, { sessionId: of, feedId }]) => (of === sessionId && feedId ? [{ seatId, feedId }] : []));
    if (here.length === 0) return;
    const pieces = await this.em.execute<{ id: string; seat_id: string; feed_id: string }[]>(
      `insert into conferencing.recorded_piece (recording_id, session_id, seat_id, feed_id)
       select recording.id, recording.session_id, seat.id, seat.feed_id
         from conferencing.recording join conferencing.seat on seat.session_id = recording.session_id
        where recording.session_id = ? and recording.stopped_at is null
          and seat.recording_agreed_at is not null and not seat.has_left and seat.admission = 'admitted' and seat.feed_id = any(?::text[])
       on conflict (recording_id, feed_id) do update set seat_id = excluded.seat_id
       returning id, seat_id, feed_id`,
      [sessionId, `{${here.map(({ feedId }) => feedId).join(',')}}`],
    );
    const byFeed = new Map(pieces.map((piece) => [piece.feed_id, piece.id]));
    await Promise.all(here.map(({ seatId, feedId }) => {
      const piece = byFeed.get(feedId);
      return this.media.record(seatId, feedId, piece ? this.shelf.pathOf(piece) : null);
    }));
  }
}
