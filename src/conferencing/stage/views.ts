import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Looked } from '../../../client/protocol.js';
import { Announcements } from '../../platform/realtime/announcements.js';
import { Instance } from '../../platform/realtime/instance.js';
import { Lobby, type Occupied } from '../lobby.js';
import { HeldConnections } from './held.js';

/** Many look at the same moment: at the start, or when somebody comes. */
const GATHER_MS = 150;
/** An instance that has not shown itself for so long looks at nothing any more. */
const SILENT_S = 20;

interface Row {
  seat_id: string;
  screen: boolean;
  height: number;
}

const keyOf = ({ seatId, screen }: Pick<Looked, 'seatId' | 'screen'>): string => `${seatId}${screen ? ' screen' : ''}`;

/**
 * Who looks at whom, and how large: what nobody looks at need not be sent, and nothing need be sent larger than the
 * largest tile that anyone shows. Each instance writes down the largest of its own people; who sends is told the
 * largest of all.
 */
@Injectable()
export class Views implements OnModuleInit {
  private readonly log = new Logger('Views');
  private readonly looking = new Map<string, { sessionId: string; at: readonly Looked[] }>();
  /** The largest heights of this instance, as they were written last. */
  private readonly written = new Map<string, Map<string, Looked>>();
  private readonly due = new Map<string, NodeJS.Timeout>();
  private readonly told = new WeakMap<Occupied['socket'], string>();

  constructor(
    private readonly em: EntityManager,
    private readonly lobby: Lobby,
    private readonly held: HeldConnections,
    private readonly announcements: Announcements,
    private readonly instance: Instance,
  ) {}

  onModuleInit(): void {
    this.announcements.hear('seen', ({ sessionId }) => void this.tellSenders(String(sessionId)));
    this.announcements.afterGap(() => this.lobby.sessions().forEach((sessionId) => void this.tellSenders(sessionId)));
  }

  look({ seatId, sessionId }: Pick<Occupied, 'seatId' | 'sessionId'>, at: readonly Looked[]): void {
    this.looking.set(seatId, { sessionId, at });
    this.soon(sessionId);
  }

  /** Everyone who sends from here, where it is not what they were told last. */
  async tellSenders(sessionId: string): Promise<void> {
    const senders = this.lobby.in(sessionId).filter(({ seatId }) => this.held.send.has(seatId));
    if (senders.length === 0) return;
    const rows = await this.em.getConnection().execute<Row[]>(
      `select seat_id, screen, max(height)::int as height from conferencing.seen
        where session_id = ? and (instance = ? or exists (select from conferencing.instance where id = seen.instance and seen_at > now() - make_interval(secs => ${SILENT_S})))
        group by seat_id, screen`,
      [sessionId, this.instance.id],
    ).catch((error: Error) => this.log.warn(`Nobody is told how large they are seen: ${error.message}`));
    if (!rows) return;
    const heights = new Map(rows.map(({ seat_id: seatId, screen, height }) => [keyOf({ seatId, ...(screen && { screen }) }), height]));
    for (const occupied of senders) {
      const { seatId, socket } = occupied;
      const seen = { type: 'seen' as const, camera: heights.get(keyOf({ seatId })) ?? 0, screen: heights.get(keyOf({ seatId, screen: true })) ?? 0 };
      if (this.told.get(socket) === JSON.stringify(seen)) continue;
      this.told.set(socket, JSON.stringify(seen));
      this.lobby.send(occupied, seen);
    }
  }

  /** The room is no more. */
  async end(sessionId: string): Promise<void> {
    clearTimeout(this.due.get(sessionId));
    this.due.delete(sessionId);
    this.written.delete(sessionId);
    for (const [seatId, one] of this.looking) if (one.sessionId === sessionId) this.looking.delete(seatId);
    await this.em.getConnection().execute('delete from conferencing.seen where session_id = ?', [sessionId]);
  }

  /** Who receives nothing any more looks at nothing. */
  @Interval(2_000)
  sweep(): void {
    for (const [seatId, { sessionId }] of this.looking) {
      if (this.held.receive.has(seatId)) continue;
      this.looking.delete(seatId);
      this.soon(sessionId);
    }
  }

  private soon(sessionId: string): void {
    if (this.due.has(sessionId)) return;
    const write = (): void => {
      this.due.delete(sessionId);
      this.write(sessionId).catch((error: Error) => this.log.warn(`It is not written down how large people are seen: ${error.message}`));
    };
    this.due.set(sessionId, setTimeout(write, GATHER_MS).unref());
  }

  private async write(sessionId: string): Promise<void> {
    const now = this.largest(sessionId);
    const before = this.written.get(sessionId) ?? new Map<string, Looked>();
    const changed = [...now].filter(([key, { height }]) => before.get(key)?.height !== height).map(([, one]) => one);
    const gone = [...before].filter(([key]) => !now.has(key)).map(([, one]) => one);
    if (changed.length + gone.length === 0) return;
    if (now.size > 0) this.written.set(sessionId, now);
    else this.written.delete(sessionId);
    await this.em.getConnection().execute(
      `with gone as (
         delete from conferencing.seen using jsonb_to_recordset(?::jsonb) as went ("seatId" uuid, screen boolean)
          where seen.session_id = ? and seen.instance = ? and seen.seat_id = went."seatId" and seen.screen = coalesce(went.screen, false))
       insert into conferencing.seen (instance, session_id, seat_id, screen, height)
       select ?, ?, "seatId", coalesce(screen, false), height from jsonb_to_recordset(?::jsonb) as one ("seatId" uuid, screen boolean, height int)
       on conflict (session_id, seat_id, screen, instance) do update set height = excluded.height`,
      [JSON.stringify(gone), sessionId, this.instance.id, this.instance.id, sessionId, JSON.stringify(changed)],
    );
    this.announcements.announce('seen', { sessionId });
  }

  private largest(sessionId: string): Map<string, Looked> {
    const largest = new Map<string, Looked>();
    for (const one of this.looking.values()) {
      if (one.sessionId !== sessionId) continue;
      for (const looked of one.at) if (looked.height > (largest.get(keyOf(looked))?.height ?? 0)) largest.set(keyOf(looked), looked);
    }
    return largest;
  }
}
