import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Announcements } from '../platform/realtime/announcements.js';
import { Instance } from '../platform/realtime/instance.js';
import { DEAD_AFTER_S, Stays } from './attendance/stays.js';
import type { Room } from './model/room.js';
import { isAtDoor, type Seat } from './model/seat.js';
import { Steps } from './steps/steps.js';
import { WholeState } from './whole-state.js';

/** How long a seat stays present without a socket (ms): a reload or a tunnel makes nobody's tile vanish. */
export const GRACE_MS = 5_000;
/** When it was last seen tells how long its people were: it is kept as long as any of them are thought to be there. */
const FORGET_THE_LONG_DEAD = `delete from conferencing.instance
  where seen_at < now() - interval '1 hour' and not exists (select from conferencing.seat where seat.present and seat.instance = instance.id)`;
/** So long after a gap of its own an instance judges no other: they, too, have to show themselves first. */
const JUDGES_AFTER_MS = 25_000;

/** Which seats have a socket somewhere. Kept in the database, for every instance sees all of them. */
@Injectable()
export class Presence implements OnApplicationBootstrap {
  /** Since when this instance has shown itself without a gap. */
  private watchingSince = 0;

  constructor(
    private readonly em: EntityManager,
    private readonly announcements: Announcements,
    private readonly state: WholeState,
    private readonly instance: Instance,
    private readonly stays: Stays,
    private readonly steps: Steps,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.iAmAlive();
  }

  /** A socket has taken the seat. */
  async arrived(seat: Seat, room: Room): Promise<void> {
    const [before] = await this.em.execute<[{ was: boolean; instance: string | null }?]>(
      `update conferencing.seat as seat set present = true, instance = ?
         from (select id, present, instance from conferencing.seat where id = ? for update) as before
        where seat.id = before.id returning before.present as was, before.instance`,
      [this.instance.id, seat.id],
    );
    if (before?.was && before.instance && before.instance !== this.instance.id) await this.stays.cameBack(seat.id, before.instance);
    if (!before?.was || before.instance !== this.instance.id) await this.stays.seat(seat.id);
    if (before?.was) return;
    if (waits(room, seat)) await this.steps.ofSeat(seat.id, isAtDoor(seat) ? 'knocking' : 'waiting');
    await this.changed(room, seat);
  }

  /** The seat's socket is gone, and nobody came back within the grace. */
  async departed(seat: Pick<Seat, 'id' | 'sessionId' | 'role' | 'onStage' | 'admission'>): Promise<boolean> {
    const rows = await this.em.execute<{ id: string }[]>(
      'update conferencing.seat set present = false, gone_at = now(), feed_id = null, microphone = false, camera = false, screen = false where id = ? and present and instance = ? returning id',
      [seat.id, this.instance.id],
    );
    await this.stays.seat(seat.id);
    const room = rows.length > 0 ? await this.state.room(seat.sessionId) : null;
    if (room && waits(room, seat)) await this.steps.ofSeat(seat.id, 'gave-up-waiting');
    if (room) await this.changed(room, seat);
    return rows.length > 0;
  }

  /** Somebody came, went, or looks different: those who see them are told; hosts learn the number of the others. */
  async changed(room: Room, seat: Pick<Seat, 'id' | 'sessionId' | 'role' | 'onStage' | 'admission'>): Promise<void> {
    const { sessionId } = room;
    if (isAtDoor(seat)) return this.knocked(sessionId);
    if (!this.state.shows(room, seat)) return this.announcements.announce('waiting', { sessionId });
    const [row] = await this.em.execute<[{ roster: number }?]>('update conferencing.room set roster = roster + 1 where session_id = ? returning roster', [sessionId]);
    if (row) this.announcements.announce('person', { sessionId, seatId: seat.id, roster: row.roster });
  }

  /** Who is at the door is the hosts' concern alone. */
  private async knocked(sessionId: string): Promise<void> {
    await this.em.execute('update conferencing.room set knocks = knocks + 1 where session_id = ?', [sessionId]);
    this.announcements.announce('moderation', { sessionId });
  }

  /** Instances that died leave seats behind that nobody holds any more. */
  @Interval(5_000)
  async sweep(): Promise<void> {
    try {
      await this.iAmAlive();
      await this.em.getConnection().execute(FORGET_THE_LONG_DEAD);
      await RequestContext.create(this.em, () => this.stays.all());
      if (performance.now() - this.watchingSince < JUDGES_AFTER_MS) return;
      const gone = await this.em.getConnection().execute<{ session_id: string }[]>(
        `update conferencing.seat set present = false, gone_at = now(), feed_id = null, microphone = false, camera = false, screen = false
          where present and instance <> ? and not exists (
            select 1 from conferencing.instance where instance.id = seat.instance and instance.seen_at > now() - make_interval(secs => ${DEAD_AFTER_S}))
          returning session_id`,
        [this.instance.id],
      );
      for (const sessionId of new Set(gone.map((row) => row.session_id))) {
        await this.em.getConnection().execute('update conferencing.room set roster = roster + 1, knocks = knocks + 1 where session_id = ?', [sessionId]);
        this.announcements.announce('look-again', { sessionId });
      }
      if (gone.length > 0) await RequestContext.create(this.em, () => this.stays.all());
    } catch {
      // The database is away: the next round finds the same.
    }
  }

  /** Where there was a gap, the database was away, for the others as well: no time to judge others. */
  private async iAmAlive(): Promise<void> {
    const [row] = await this.em.getConnection().execute<[{ unbroken: boolean | null }]>(
      `with before as (select seen_at from conferencing.instance where id = ?)
       insert into conferencing.instance as known (id, seen_at) values (?, now()) on conflict (id) do update set seen_at = now()
       returning (select seen_at > now() - interval '12 seconds' from before) as unbroken`,
      [this.instance.id, this.instance.id],
    );
    if (!row.unbroken) this.watchingSince = performance.now();
  }
}

/** In the foyer, or at the door. */
const waits = (room: Room, seat: Pick<Seat, 'role' | 'admission'>): boolean => ['foyer', 'door'].includes(room.placeOfSeat(seat)) && ['admitted', 'knocking'].includes(seat.admission);
