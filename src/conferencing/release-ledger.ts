import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { Announcements } from '../platform/realtime/announcements.js';

/** Of those who waited at *Start*: how many are in, and who could not be reached. */
export interface Release {
  of: number;
  in: number;
  /** When the last one of them came in; null before the first. */
  lastInAt: string | null;
  /** By name, at most 20. */
  missing: string[];
}

const NAMED = 20;
const GATHER_MS = 50;

/** Keeps, for each who waited at the start, whether they are in: acknowledged by their page, not believed. */
@Injectable()
export class ReleaseLedger {
  private readonly log = new Logger('Lobby');
  private entered = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly em: EntityManager,
    private readonly announcements: Announcements,
  ) {}

  /** Inside the transaction that opens the doors: writes down who waits, also whose network is lost at this moment. */
  async release(em: EntityManager, sessionId: string): Promise<void> {
    await em.execute(
      `update conferencing.seat set released_at = now(), entered_at = null
        where id in (select id from conferencing.seat where session_id = ? and role = 'attendee' and admission = 'admitted' and not has_left
          and (present or gone_at > now() - interval '10 minutes') order by id for no key update)`,
      [sessionId],
    );
  }

  /** A page says that it is in. A thousand say so at once: they are written down together. */
  acknowledge(seatId: string, sessionId: string): void {
    this.entered.set(seatId, sessionId);
    this.timer ??= setTimeout(() => void this.write().catch((error: Error) => this.log.warn(`The release ledger: ${error.message}`)), GATHER_MS);
  }

  async of(sessionId: string): Promise<Release | null> {
    const [row] = await this.em.getConnection().execute<[{ of: number; in: number; last_in_at: Date | null; missing: string[] | null }]>(
      `select count(*)::int as of, count(entered_at)::int as in, max(entered_at) as last_in_at,
              (array_agg(name order by name) filter (where entered_at is null))[1:${NAMED}] as missing
         from conferencing.seat where session_id = ? and released_at is not null`,
      [sessionId],
    );
    return row.of === 0 ? null : { of: row.of, in: row.in, lastInAt: row.last_in_at && new Date(row.last_in_at).toISOString(), missing: row.missing ?? [] };
  }

  private async write(): Promise<void> {
    const seats = [...this.entered.keys()];
    const sessions = new Set(this.entered.values());
    this.entered = new Map();
    this.timer = undefined;
    const rows = await this.em.getConnection().execute<{ id: string }[]>(
      `with now_in as (
         update conferencing.seat set entered_at = now()
          where id in (select id from conferencing.seat where id = any(?::uuid[]) and released_at is not null and entered_at is null order by id for no key update) returning session_id, id)
       , latest as (update conferencing.room set last_in_at = now() where session_id in (select session_id from now_in))
       select id from now_in`,
      [`{${seats.join(',')}}`],
    );
    if (rows.length > 0) for (const sessionId of sessions) this.announcements.announce('release', { sessionId });
  }
}
