import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Role, ServerMessage } from '../../../client/protocol.js';
import { Announcements } from '../../platform/realtime/announcements.js';
import { Lobby, type Occupied } from '../lobby.js';
import type { Room } from '../model/room.js';
import { WholeState } from '../whole-state.js';
import type { Viewer } from './model/audience.js';
import { showChanges, showHands, type Changes, type HandRow } from './model/shown.js';
import { ReadTalk, tooMany } from './read-talk.js';

/** So much is gathered into one frame while many speak at once; the first of them is told without waiting. */
const TOLD_EVERY_MS = 150;

type Told = Extract<ServerMessage, { type: 'talk' }>;

/** How far this instance has told a room's conversation: up to which number, and the last one that each role heard of. */
interface Cursor {
  told: number;
  heard: Record<Role, number>;
  hands: HandRow[];
  handsMayHaveGone: boolean;
  telling: boolean;
  again: boolean;
}

/**
 * Turns announced changes of the conversation into frames for this instance's sockets: reads what changed
 * since it last told, and tells each what it may know. A lost announcement costs one look.
 */
@Injectable()
export class TellTalk implements OnModuleInit {
  private readonly log = new Logger('Conversation');
  private readonly cursors = new Map<string, Cursor>();

  constructor(
    private readonly em: EntityManager,
    private readonly announcements: Announcements,
    private readonly lobby: Lobby,
    private readonly state: WholeState,
    private readonly read: ReadTalk,
  ) {}

  onModuleInit(): void {
    this.announcements.hear('talk', ({ sessionId, number }) => {
      if (this.lobby.in(String(sessionId)).length === 0) return;
      this.from(String(sessionId), Number(number) - 1);
      this.soon(String(sessionId));
    });
    // Whoever goes takes a raised hand along, and brings it back on return.
    for (const topic of ['person', 'waiting', 'look-again']) {
      this.announcements.hear(topic, ({ sessionId }) => {
        const cursor = this.cursors.get(String(sessionId));
        if (!cursor) return;
        cursor.handsMayHaveGone = true;
        this.soon(String(sessionId));
      });
    }
  }

  /** Where telling begins in a room that was not told of yet: everything before is caught up with by whoever comes. */
  from(sessionId: string, number: number): void {
    if (this.cursors.has(sessionId)) return;
    const heard = { host: number, speaker: number, attendee: number };
    this.cursors.set(sessionId, { told: number, heard, hands: [], handsMayHaveGone: true, telling: false, again: false });
  }

  /** Finds what no announcement told of, and forgets the rooms that nobody here is in. */
  @Interval(10_000)
  async look(): Promise<void> {
    for (const sessionId of this.cursors.keys()) if (this.lobby.in(sessionId).length === 0) this.cursors.delete(sessionId);
    if (this.cursors.size === 0) return;
    try {
      const rows = await this.em.getConnection().execute<{ session_id: string; number: number }[]>(
        'select session_id, number from conferencing.talk where session_id = any(?::uuid[])', [`{${[...this.cursors.keys()].join(',')}}`]);
      for (const row of rows) if (row.number > (this.cursors.get(row.session_id)?.told ?? row.number)) this.soon(row.session_id);
    } catch {
      // The database is away: the next look finds the same.
    }
  }

  private soon(sessionId: string): void {
    const cursor = this.cursors.get(sessionId);
    if (!cursor) return;
    cursor.again = true;
    if (!cursor.telling) void this.tellWhileThereIsNews(sessionId, cursor);
  }

  private async tellWhileThereIsNews(sessionId: string, cursor: Cursor): Promise<void> {
    cursor.telling = true;
    while (cursor.again) {
      cursor.again = false;
      await RequestContext.create(this.em, () => this.tell(sessionId, cursor)).catch((error: Error) => this.log.error(error.message));
      await new Promise((soon) => setTimeout(soon, TOLD_EVERY_MS));
    }
    cursor.telling = false;
  }

  private async tell(sessionId: string, cursor: Cursor): Promise<void> {
    const room = await this.state.room(sessionId);
    const { number, hands, rules, anonymousQuestions } = await this.read.numbers(sessionId);
    if (!room || (number <= cursor.told && !cursor.handsMayHaveGone)) return;
    const since = cursor.told;
    const lookAtHands = hands > since || cursor.handsMayHaveGone;
    cursor.handsMayHaveGone = false;
    const [changes, up] = await Promise.all([this.read.changes(sessionId, since), lookAtHands ? this.handsOf(sessionId) : cursor.hands]);
    const handsBefore = cursor.hands;
    Object.assign(cursor, { told: Math.max(number, since), hands: up });
    const news: News = { number, since, changes, up, handsBefore, rules: rules > since ? { anonymousQuestions } : {} };
    // More than fits into a frame: everyone is told only how far it is by now, and asks.
    if (tooMany(changes)) return this.tellRoles(room, cursor, () => ({ after: number, talk: number }));
    await this.tellRoles(room, cursor, (role) => framed(news, { role, theme: room.theme }, cursor.heard[role]), (seat) => framed(news, { role: seat.role, theme: room.theme, seatId: seat.seatId }, cursor.heard[seat.role]), personal(news, room));
  }

  private async tellRoles(room: Room, cursor: Cursor, of: (role: Role) => Omit<Told, 'type'> | null, own?: (occupied: Occupied) => Omit<Told, 'type'> | null, concerned: ReadonlySet<string> = new Set()): Promise<void> {
    const { sessionId } = room;
    for (const occupied of this.lobby.in(sessionId)) {
      const message = concerned.has(occupied.seatId) && inside(room, occupied) ? own?.(occupied) : null;
      if (message) this.lobby.send(occupied, { type: 'talk', ...message });
    }
    for (const role of ['host', 'speaker', 'attendee'] as const) {
      const message = of(role);
      if (!message) continue;
      cursor.heard[role] = message.talk;
      this.lobby.note(sessionId, { talk: { [role]: message.talk } });
      await this.lobby.tell(sessionId, { type: 'talk', ...message }, (one) => one.role === role && !concerned.has(one.seatId) && inside(room, one));
    }
  }

  /** Hands of those who left are taken down for good; of those whose network was lost they come back. */
  private async handsOf(sessionId: string): Promise<HandRow[]> {
    await this.em.execute('delete from conferencing.raised_hand as hand using conferencing.seat where hand.session_id = ? and seat.id = hand.seat_id and seat.has_left', [sessionId]);
    return this.read.hands(sessionId);
  }
}

interface News {
  number: number;
  since: number;
  changes: Changes;
  up: HandRow[];
  handsBefore: HandRow[];
  rules: { anonymousQuestions?: boolean };
}

const inside = (room: Room, { role }: Occupied): boolean => ['room', 'backstage'].includes(room.placeOf(role));
const same = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

/** One frame for a viewer; null where nothing in it concerns them. */
function framed({ number, since, changes, up, handsBefore, rules }: News, viewer: Viewer, heard: number): Omit<Told, 'type'> | null {
  const [hands, before] = [showHands(up, viewer), showHands(handsBefore, viewer)];
  const news = { ...rules, ...showChanges(changes, viewer, since), ...(!same(hands, before) && { hands }) };
  return Object.keys(news).length > 0 ? { after: heard, talk: number, ...news } : null;
}

/** Seats that are told more than their role is: authors, recipients, and in a webinar those whose hand went up or down. */
function personal({ changes, up, handsBefore }: News, { theme }: Room): Set<string> {
  const concerned = new Set<string>();
  for (const { reaches, seatId, toSeatId } of changes.chat) if (reaches !== 'everyone') for (const one of [seatId, toSeatId]) if (one) concerned.add(one);
  for (const { seatId } of changes.questions) concerned.add(seatId);
  if (theme === 'webinar') for (const { seatId } of [...up, ...handsBefore]) concerned.add(seatId);
  return concerned;
}
