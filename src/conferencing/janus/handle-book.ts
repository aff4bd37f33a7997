import type { EntityManager } from '@mikro-orm/postgresql';
import type { Direction } from '../../../client/protocol.js';
import { lifeLock, type Instance } from '../../platform/realtime/instance.js';

/** A handle at Janus as another process has to know it to go on with it. */
export interface NotedHandle {
  readonly sessionId: number;
  readonly handleId: number;
  /** For a seat's connection, or the doorkeeper of a room. */
  readonly heldAs: Direction | 'door';
  readonly roomId: string;
  readonly seatId: string | null;
  readonly feedId: string | null;
  readonly privateId: number | null;
  /** False while an offer waits for its answer: what stands half said is not taken over. */
  readonly settled: boolean;
  /** Of a receiving connection: what Janus said is in it. */
  readonly streams: readonly HeldStream[] | null;
}

/** A stream of a receiving connection, as Janus summarizes it. */
export interface HeldStream {
  readonly mid: string;
  readonly type: string;
  readonly active?: boolean;
  readonly feed_id?: string;
  readonly feed_mid?: string;
}

/** What a handle says of itself; its numbers are added. */
export type Note = Omit<NotedHandle, 'sessionId' | 'handleId'>;

/** Where stands which handles this process holds at Janus, so that the next one can adopt them and the media goes on. */
export abstract class HandleBook {
  abstract note(handle: NotedHandle): void;
  abstract strike(sessionId: number, handleId: number): void;
  /** Takes over what a dead instance has written; null while it lives. */
  abstract inherit(from: string): Promise<NotedHandle[] | null>;
  /** Writes what is still to be written, and nothing after it. */
  abstract close(): Promise<void>;
}

interface Row { session_id: string; handle_id: string; held_as: NotedHandle['heldAs']; room_id: string; seat_id: string | null; feed_id: string | null; private_id: string | null; settled: boolean; streams: NotedHandle['streams'] }

const AGAIN_MS = 1_000;
/** An instance that has not shown itself for so long is dead, even where its host vanished without a word. */
const SILENT_S = 20;

/** Kept in the database; a crowd's handles are written together, in one statement at a time. */
export class HandleBookInDatabase extends HandleBook {
  private pending = new Map<string, NotedHandle | null>();
  private readonly written = new Set<string>();
  private writing: Promise<void> | null = null;
  private closed = false;

  constructor(private readonly em: EntityManager, private readonly instance: Instance) {
    super();
  }

  note(handle: NotedHandle): void {
    const key = keyOf(handle.sessionId, handle.handleId);
    this.written.add(key);
    this.put(key, handle);
  }

  strike(sessionId: number, handleId: number): void {
    const key = keyOf(sessionId, handleId);
    if (this.written.delete(key)) this.put(key, null);
  }

  async inherit(from: string): Promise<NotedHandle[] | null> {
    const rows = await this.em.getConnection().execute<({ free: boolean } & Row)[]>(
      `with dead as materialized (
         select pg_try_advisory_xact_lock(${lifeLock('?')})
             or not exists (select from conferencing.instance where id = ? and seen_at > now() - make_interval(secs => ${SILENT_S})) as it)
       , taken as (update conferencing.janus_handle set instance = ? where instance = ? and (select it from dead) returning *)
       select dead.it as free, taken.* from dead left join taken on true`,
      [from, from, this.instance.id, from],
    );
    if (!rows[0]?.free) return null;
    const handles = rows.filter((row) => row.session_id !== null).map(handleOf);
    for (const { sessionId, handleId } of handles) this.written.add(keyOf(sessionId, handleId));
    return handles;
  }

  async close(): Promise<void> {
    await this.writing;
    if (this.pending.size > 0) await this.write().catch(() => undefined); // the database is away: then nothing can be taken over
    this.closed = true;
  }

  private put(key: string, handle: NotedHandle | null): void {
    if (this.closed) return;
    this.pending.set(key, handle);
    this.writing ??= this.writeAll().finally(() => (this.writing = null));
  }

  private async writeAll(): Promise<void> {
    while (this.pending.size > 0 && !this.closed) {
      const batch = this.pending;
      await this.write().catch(async () => {
        this.pending = new Map([...batch, ...this.pending]);
        await new Promise((again) => setTimeout(again, AGAIN_MS).unref());
      });
    }
  }

  private async write(): Promise<void> {
    const batch = [...this.pending];
    this.pending = new Map();
    const held = batch.flatMap(([, handle]) => (handle ? [handle] : []));
    const ended = batch.filter(([, handle]) => !handle).map(([key]) => key.split('/').map(Number)).map(([session, handle]) => ({ session, handle }));
    await this.em.getConnection().execute(
      `with ended as (
         delete from conferencing.janus_handle as held using jsonb_to_recordset(?::jsonb) as gone (session bigint, handle bigint)
          where held.session_id = gone.session and held.handle_id = gone.handle)
       insert into conferencing.janus_handle (session_id, handle_id, instance, held_as, room_id, seat_id, feed_id, private_id, settled, streams)
       select "sessionId", "handleId", ?, "heldAs", "roomId", "seatId", "feedId", "privateId", settled, streams
         from jsonb_to_recordset(?::jsonb) as held ("sessionId" bigint, "handleId" bigint, "heldAs" text, "roomId" text, "seatId" uuid, "feedId" text, "privateId" bigint, settled boolean, streams jsonb)
       on conflict (session_id, handle_id) do update set settled = excluded.settled, streams = excluded.streams, feed_id = excluded.feed_id`,
      [JSON.stringify(ended), this.instance.id, JSON.stringify(held)],
    );
  }
}

/** For who holds nothing that anybody could take over. */
export class NoHandleBook extends HandleBook {
  note(): void {}
  strike(): void {}
  inherit(): Promise<null> {
    return Promise.resolve(null);
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}

const keyOf = (sessionId: number, handleId: number): string => `${sessionId}/${handleId}`;

function handleOf(row: Row): NotedHandle {
  return {
    sessionId: Number(row.session_id), handleId: Number(row.handle_id), heldAs: row.held_as, roomId: row.room_id,
    seatId: row.seat_id, feedId: row.feed_id, privateId: row.private_id === null ? null : Number(row.private_id), settled: row.settled, streams: row.streams,
  };
}
