import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { CloseCode } from '../../client/protocol.js';
import { Clock } from '../platform/model/clock.js';
import { Announcements } from '../platform/realtime/announcements.js';
import { Lobby, type Occupied } from './lobby.js';
import type { Room } from './model/room.js';
import { Seat } from './model/seat.js';
import { ReleaseLedger } from './release-ledger.js';
import { Stage } from './stage.js';
import { WholeState } from './whole-state.js';

const WAITING_TOLD_EVERY_MS = 300;

/** Turns announced changes into frames for this instance's sockets: reads what is true now, and tells it. */
@Injectable()
export class TellChanges implements OnModuleInit {
  private readonly log = new Logger('Lobby');
  private readonly countSoon = new Set<string>();

  constructor(
    private readonly em: EntityManager,
    private readonly announcements: Announcements,
    private readonly lobby: Lobby,
    private readonly stage: Stage,
    private readonly ledger: ReleaseLedger,
    private readonly state: WholeState,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const on = (topic: string, tell: (sessionId: string, payload: Record<string, unknown>) => Promise<void>): void =>
      this.announcements.hear(topic, (payload) => {
        RequestContext.create(this.em, () => tell(String(payload['sessionId']), payload)).catch((error: Error) => this.log.error(`${topic}: ${error.message}`));
      });
    on('doors', (sessionId) => this.doors(sessionId));
    on('person', (sessionId, { seatId, roster }) => this.person(sessionId, String(seatId), Number(roster)));
    on('waiting', (sessionId) => this.waiting(sessionId));
    on('release', (sessionId) => this.release(sessionId));
    on('unled', (sessionId, { endsAt }) => this.lobby.tell(sessionId, { type: 'unled', endsAt: typeof endsAt === 'string' ? endsAt : null }));
    on('look-again', (sessionId) => this.lookAgain(sessionId));
    on('seat-moved', async (_, { seatId, holding }) => this.moved(String(seatId), Number(holding)));
    this.announcements.afterGap(() => {
      RequestContext.create(this.em, () => this.movedMeanwhile()).catch((error: Error) => this.log.error(`seats that moved: ${error.message}`));
    });
  }

  /** Where the doors are now: open, closed, at another time; or there is no such session any more. */
  async doors(sessionId: string): Promise<void> {
    const room = await this.state.room(sessionId);
    if (!room) return this.deleted(sessionId);
    this.lobby.note(sessionId, room);
    if (room.status === 'live') {
      const { doors, roster } = room;
      await this.lobby.tell(sessionId, { type: 'opened', doors, roster, startedAt: room.startedAt!.toISOString(), people: await this.state.people(room) });
      await this.stage.openDoors(sessionId);
      await this.release(sessionId);
      return this.waiting(sessionId);
    }
    if (room.status === 'scheduled') await this.greetSteward(room);
    if (room.status === 'scheduled') return this.lobby.tell(sessionId, { type: 'moved', doors: room.doors, title: room.title, theme: room.theme, when: room.when, hostMissing: room.hostMissing, ...room.countdown(this.clock.now()) });
    const closed = { type: 'closed', doors: room.doors, status: room.status, endedAt: (room.endedAt ?? new Date()).toISOString() } as const;
    await this.lobby.tell(sessionId, { ...closed, ...room.lastWords });
    for (const one of this.lobby.atDoor(sessionId)) this.lobby.send(one, closed);
    await this.stage.close(room);
  }

  /** Whoever may start in a host's place may have been named while they waited: that is of their own seat. */
  private async greetSteward({ sessionId, steward }: Room): Promise<void> {
    const seat = steward && (await this.em.findOne(Seat, { sessionId, occupantKind: steward.kind, occupantId: steward.id }, { disableIdentityMap: true }));
    const occupied = seat && this.lobby.find(seat.id);
    if (occupied) this.lobby.send(occupied, await this.state.of(seat));
  }

  private async deleted(sessionId: string): Promise<void> {
    const told = this.lobby.versionsOf(sessionId);
    if (!told) return;
    const doors = told.doors + 1;
    this.lobby.note(sessionId, { doors });
    await this.lobby.tell(sessionId, { type: 'closed', doors, status: 'cancelled', endedAt: new Date().toISOString() });
  }

  private async person(sessionId: string, seatId: string, roster: number): Promise<void> {
    const room = this.lobby.in(sessionId).length > 0 ? await this.state.room(sessionId) : null;
    if (!room) return;
    this.lobby.note(sessionId, { roster });
    const seat = await this.em.findOne(Seat, { id: seatId }, { disableIdentityMap: true });
    const occupied = seat && this.lobby.find(seatId);
    if (occupied) occupied.role = seat.role;
    const here = seat && seat.present && !seat.left && this.state.shows(room, seat);
    await this.lobby.tell(sessionId, here ? { type: 'person', roster, person: seat.asPerson() } : { type: 'gone', roster, seatId }, this.inside(room));
  }

  /** A thousand may arrive in one second: hosts are told the number a few times in it. */
  private async waiting(sessionId: string): Promise<void> {
    if (this.countSoon.has(sessionId) || !this.lobby.in(sessionId).some(isHost)) return;
    this.countSoon.add(sessionId);
    await new Promise((soon) => setTimeout(soon, WAITING_TOLD_EVERY_MS));
    this.countSoon.delete(sessionId);
    const room = await this.state.room(sessionId);
    if (room) await this.lobby.tell(sessionId, { type: 'waiting', count: await this.state.waiting(room) }, isHost);
  }

  private async release(sessionId: string): Promise<void> {
    if (!this.lobby.in(sessionId).some(isHost)) return;
    const release = await this.ledger.of(sessionId);
    if (release) await this.lobby.tell(sessionId, { type: 'release', ...release }, isHost);
  }

  /** More changed than one person: everyone asks anew, by the versions of the next heartbeat. */
  private async lookAgain(sessionId: string): Promise<void> {
    const room = await this.state.room(sessionId);
    if (room) this.lobby.note(sessionId, room);
  }

  private moved(seatId: string, holding: number): void {
    const occupied = this.lobby.find(seatId);
    if (occupied && occupied.holding < holding) occupied.socket.close(CloseCode.takenOver, 'taken over');
    this.stage.hangUpFormer({ seatId, holding });
  }

  /** Which seats another device, or nobody, holds by now: their sockets here were not told. */
  private async movedMeanwhile(): Promise<void> {
    const here = this.lobby.sessions().flatMap((sessionId) => this.lobby.in(sessionId)).map(({ seatId }) => seatId);
    const seats = await this.em.getConnection().execute<{ id: string; holding: number }[]>('select id, holding from conferencing.seat where id = any(?::uuid[])', [`{${here.join(',')}}`]);
    for (const { id, holding } of seats) this.moved(id, holding);
  }

  private inside(room: Room): (occupied: Occupied) => boolean {
    return ({ role }) => ['room', 'backstage'].includes(room.placeOf(role));
  }
}

const isHost = ({ role }: Occupied): boolean => role !== 'attendee';
