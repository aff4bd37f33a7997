import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { REACTIONS, type Reaction, type ServerMessage } from '../../../client/protocol.js';
import { Configuration } from '../../platform/config/configuration.js';
import { Refusal } from '../../platform/model/refusal.js';
import { Announcements } from '../../platform/realtime/announcements.js';
import { Lobby, type Occupied } from '../lobby.js';
import { WholeState } from '../whole-state.js';
import { RightToSpeak } from './right-to-speak.js';
import type { Asked } from './talk-requests.js';

const GATHERED_MS = 250;
const MOST = 6;
const WITHIN_MS = 3_000;
/** Beyond so many in one moment nobody reads who it was: an announcement stays small. */
const MOST_NAMED = 20;

type Shown = Extract<ServerMessage, { type: 'reactions' }>['reactions'][number];

/** Applause and the like: shown in the moment, gathered when many do it, and never stored. */
@Injectable()
export class React implements OnModuleInit {
  private readonly log = new Logger('Conversation');
  private readonly gathering = new Map<string, { emoji: Reaction; seatId: string | null }[]>();
  private readonly lately = new Map<string, number[]>();

  constructor(
    private readonly em: EntityManager,
    private readonly right: RightToSpeak,
    private readonly announcements: Announcements,
    private readonly lobby: Lobby,
    private readonly state: WholeState,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.announcements.hear('reactions', ({ sessionId, reactions }) => {
      RequestContext.create(this.em, () => this.tell(String(sessionId), reactions as Shown[])).catch((error: Error) => this.log.error(error.message));
    });
  }

  async react(occupied: Occupied, { emoji }: Asked<'react'>): Promise<void> {
    const { room, seat } = await this.right.anyone(occupied);
    this.refuseFloods(seat.id);
    const gathered = this.gathering.get(room.sessionId) ?? [];
    gathered.push({ emoji, seatId: this.state.shows(room, seat) ? seat.id : null });
    if (gathered.length > 1) return;
    this.gathering.set(room.sessionId, gathered);
    setTimeout(() => {
      this.gathering.delete(room.sessionId);
      this.announcements.announce('reactions', { sessionId: room.sessionId, reactions: summed(gathered) });
    }, GATHERED_MS).unref();
  }

  private refuseFloods(seatId: string): void {
    const now = Date.now();
    const times = (this.lately.get(seatId) ?? []).filter((time) => time > now - WITHIN_MS);
    if (times.length >= MOST * this.configuration.rateLimitFactor) throw new Refusal('too-many', 'That was a lot at once. Please wait a moment.', 429);
    this.lately.set(seatId, [...times, now]);
    setTimeout(() => {
      if ((this.lately.get(seatId)?.at(-1) ?? 0) <= now) this.lately.delete(seatId);
    }, WITHIN_MS).unref();
  }

  private async tell(sessionId: string, reactions: Shown[]): Promise<void> {
    const room = this.lobby.in(sessionId).length > 0 ? await this.state.room(sessionId) : null;
    if (room) await this.lobby.tell(sessionId, { type: 'reactions', reactions }, ({ role }) => ['room', 'backstage'].includes(room.placeOf(role)));
  }
}

/** By name while they are few; the rest as a number. */
function summed(gathered: readonly { emoji: Reaction; seatId: string | null }[]): Shown[] {
  const named = gathered.filter(({ seatId }) => seatId !== null).slice(0, MOST_NAMED).map((one) => ({ ...one, count: 1 }));
  const rest = gathered.filter(({ seatId }) => seatId === null).concat(gathered.filter(({ seatId }) => seatId !== null).slice(MOST_NAMED));
  const counts = REACTIONS.map((emoji) => ({ emoji, seatId: null, count: rest.filter((one) => one.emoji === emoji).length }));
  return [...named, ...counts.filter(({ count }) => count > 0)];
}
