import { EntityManager } from '@mikro-orm/postgresql';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { NotFound } from '../../platform/model/refusal.js';
import { Entrance, type Visit } from '../entrance.js';
import { Room } from '../model/room.js';
import type { RecordedKind } from './piece-file.js';

export interface Recorded {
  id: string;
  name: string;
  kind: RecordedKind;
  startedAt: string;
  durationMs: number;
  bytes: number;
  file: string;
}

export interface Recordings {
  /** It is being recorded at this moment. */
  running: boolean;
  /** So many pieces are not playable yet. */
  preparing: number;
  trouble: 'converter-missing' | 'failed' | null;
  items: Recorded[];
}

/** Who asks: an organizer of the workspace, or whoever has a seat. */
export type Viewer = { sessionId: string; by: Principal } | { visit: Visit };

/** What was recorded of a session, for those who may see it. */
export class RecordingsOfSession extends Query<Recordings> {
  constructor(readonly viewer: Viewer) {
    super();
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@QueryHandler(RecordingsOfSession)
export class RecordingsOfSessionHandler implements IQueryHandler<RecordingsOfSession> {
  constructor(
    private readonly em: EntityManager,
    private readonly entrance: Entrance,
  ) {}

  async execute({ viewer }: RecordingsOfSession): Promise<Recordings> {
    const room = 'visit' in viewer ? await this.asVisitor(viewer.visit) : await this.asOrganizer(viewer);
    if (!room) return { running: false, preparing: 0, trouble: null, items: [] };
    const { sessionId } = room;
    const [items, [state]] = await Promise.all([
      this.em.execute<(Omit<Recorded, 'startedAt' | 'bytes'> & { startedAt: string; bytes: string })[]>(
        `select recorded.id, coalesce(seat.name, '') as name, recorded.kind, recorded.started_at as "startedAt", recorded.duration_ms as "durationMs", recorded.bytes, recorded.file
           from conferencing.recorded_file as recorded
           join conferencing.recorded_piece as piece on piece.id = recorded.piece_id
           left join conferencing.seat as seat on seat.id = piece.seat_id
          where piece.session_id = ? and not piece.erased
          order by piece.begun_at, piece.id, recorded.kind <> 'picture', recorded.started_at`,
        [sessionId],
      ),
      this.em.execute<[{ running: boolean; preparing: number; trouble: Recordings['trouble'] }]>(
        `select exists (select from conferencing.recording where session_id = ? and stopped_at is null) as running,
                count(*) filter (where made_at is null and trouble is distinct from 'failed')::int as preparing, max(trouble) as trouble
           from conferencing.recorded_piece where session_id = ? and not erased`,
        [sessionId, sessionId],
      ),
    ]);
    return { ...state, items: items.map((one) => ({ ...one, startedAt: new Date(one.startedAt).toISOString(), bytes: Number(one.bytes) })) };
  }

  private async asOrganizer({ sessionId, by }: { sessionId: string; by: Principal }): Promise<Room> {
    const room = UUID.test(sessionId) ? await this.em.findOne(Room, { sessionId, workspaceId: by.workspaceId }) : null;
    if (!room) throw new NotFound('session');
    return room;
  }

  /** Hosts; and whoever was in, where the organizer wants it so. To everybody else there is no recording. */
  private async asVisitor(visit: Visit): Promise<Room | null> {
    const { room, role, occupant, seat, heldHere } = await this.entrance.find(visit);
    if (role === 'host' && occupant) return room;
    if (room.recording !== 'everyone' || !seat || !heldHere || seat.admission !== 'admitted') return null;
    const [was] = await this.em.execute('select 1 from conferencing.stay where seat_id = ? limit 1', [seat.id]);
    return was ? room : null;
  }
}
