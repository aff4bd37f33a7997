import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Together } from '../platform/database/together.js';
import { Announcements } from '../platform/realtime/announcements.js';
import { Instance } from '../platform/realtime/instance.js';
import { DEAD_AFTER_S, Stays } from './attendance/stays.js';
import type { Room } from './model/room.js';
import { isAtDoor, type Seat } from './model/seat.js';
import { APART_MS, MOST_TOGETHER } from './seats-together.js';
import { Steps } from './steps/steps.js';
import { WholeState } from './whole-state.js';

/** How long a seat stays present without a socket (ms): a reload or a tunnel makes nobody's tile vanish. */
export const GRACE_MS = 5_000;
/** When it was last seen tells how long its people were: it is kept as long as any of them are thought to be there. */
const FORGET_THE_LONG_DEAD = `delete from conferencing.instance
  where seen_at < now() - interval '1 hour' and not exists (select from conferencing.seat where seat.present and seat.instance = instance.id)`;
/** So long after a gap of its own an instance judges no other: they, too, have to show themselves first. */
const JUDGES_AFTER_MS = 25_000;

/** A seat as far as its coming and going is told. */
type Seen = Pick<Seat, 'id' | 'sessionId' | 'role' | 'onStage' | 'admission'>;

/** Which seats have a socket somewhere. Kept in the database, for every instance sees all of them. */
@Injectable()
export class Presence implements OnApplicationBootstrap {
  /** Since when this instance has shown itself without a gap. */
  private watchingSince = 0;
  /** Everybody comes and goes in the same moment where a network is cut: one statement for all of them, rows in the order of their ids. */
  private readonly arrivals = new Together<{ seat: Seen; room: Room }, boolean>((all) => this.writeArrivals(all), 1, MOST_TOGETHER, APART_MS);
  private readonly departures = new Together<string, Seen | null>((all) => this.writeDepartures(all), 1, MOST_TOGETHER, APART_MS);

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
  async arrived(seat: Seen, room: Room): Promise<void> {
    if (await this.arrivals.add({ seat, room })) await this.changed(room, seat);
  }

  /** The seat's socket is gone, and nobody came back within the grace. Never inside a transaction, neither of the two. */
  async departed(seatId: string): Promise<void> {
    const seat = await this.departures.add(seatId);
    const room = seat && (await this.state.room(seat.sessionId));
    if (room) await this.changed(room, seat);
  }

  /** Somebody came, went, or looks different: those who see them are told; hosts learn the number of the others. */
  async changed(room: Room, seat: Seen): Promise<void> {
    const { sessionId } = room;
    if (isAtDoor(seat)) return this.knocked(sessionId);
    if (!this.state.shows(room, seat)) return this.announcements.announce('waiting', { sessionId });
    const [row] = await this.em.execute<[{ roster: number }?]>('update conferencing.room set roster = roster + 1 where session_id = ? returning roster', [sessionId]);
    if (row) this.announcements.announce('person', { sessionId, seatId: seat.id, roster: row.roster });
  }

  /** Says of each whether they were not there before. */
  private async writeArrivals(all: readonly { seat: Seen; room: Room }[]): Promise<boolean[]> {
    const rows = await this.em.getConnection().execute<{ id: string; was: boolean; instance: string | null }[]>(
      `update conferencing.seat as seat set present = true, instance = ?
         from (select id, present, instance from conferencing.seat where id = any(?::uuid[]) order by id for no key update) as before
        where seat.id = before.id returning seat.id, before.present as was, before.instance`,
      [this.instance.id, `{${all.map(({ seat }) => seat.id).join(',')}}`],
    );
    const elsewhere = rows.filter(({ instance }) => instance !== this.instance.id);
    await this.stays.cameBack(elsewhere.flatMap(({ id, was, instance }) => (was && instance ? [{ seatId: id, from: instance }] : [])));
    await this.stays.seats(rows.flatMap(({ id, was, instance }) => (!was || instance !== this.instance.id ? [id] : [])));
    const absent = new Set(rows.flatMap(({ id, was }) => (was ? [] : [id])));
    const came = all.map(({ seat }) => absent.delete(seat.id)); // a seat that stands here twice came once
    const waiting = all.filter(({ seat, room }, index) => came[index] && waits(room, seat));
    await this.steps.ofSeats(waiting.map(({ seat }) => ({ seatId: seat.id, what: isAtDoor(seat) ? 'knocking' : 'waiting' })));
    return came;
  }

  /** The seats that this instance held; null for the others. */
  private async writeDepartures(ids: readonly string[]): Promise<(Seen | null)[]> {
    const gone = await this.em.getConnection().execute<Seen[]>(
      `update conferencing.seat set present = false, gone_at = now(), feed_id = null, microphone = false, camera = false, screen = false
        where id in (select id from conferencing.seat where id = any(?::uuid[]) and present and instance = ? order by id for no key update)
        returning id, session_id as "sessionId", role, on_stage as "onStage", admission`,
      [`{${ids.join(',')}}`, this.instance.id],
    );
    await this.stays.seats(ids);
    const rooms = new Map(await Promise.all([...new Set(gone.map(({ sessionId }) => sessionId))].map(async (sessionId) => [sessionId, await this.state.room(sessionId)] as const)));
    const waited = gone.filter((seat) => {
      const room = rooms.get(seat.sessionId);
      return room && waits(room, seat);
    });
    await this.steps.ofSeats(waited.map(({ id }) => ({ seatId: id, what: 'gave-up-waiting' })));
    const found = new Map(gone.map((seat) => [seat.id, seat]));
    return ids.map((id) => {
      const seat = found.get(id) ?? null;
      found.delete(id);
      return seat;
    });
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
          where id in (select id from conferencing.seat where present and instance <> ? and not exists (
            select 1 from conferencing.instance where instance.id = seat.instance and instance.seen_at > now() - make_interval(secs => ${DEAD_AFTER_S}))
            order by id for no key update)
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
