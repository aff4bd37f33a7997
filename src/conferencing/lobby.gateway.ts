import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Interval } from '@nestjs/schedule';
import { SubscribeMessage, WebSocketGateway, type OnGatewayConnection, type OnGatewayDisconnect } from '@nestjs/websockets';
import type { WebSocket } from 'ws';
import { CloseCode, SILENCE_MS, type ClientMessage } from '../../client/protocol.js';
import { problemOf } from '../platform/http/problem.js';
import { Readiness } from '../platform/http/readiness.js';
import { widen } from '../platform/realtime/socket-adapter.js';
import { Strangers } from '../platform/realtime/strangers.js';
import { Forbidden } from '../platform/model/refusal.js';
import { RequestCountdownStop, RequestEnd, type HostSeat } from '../scheduling/events.js';
import { Conversation } from './conversation/conversation.js';
import { Moderation, isModeration } from './moderation/moderation.js';
import { Greet } from './greet.js';
import { readMessage } from './lobby-messages.js';
import { BEAT_MS, Lobby, type Occupied } from './lobby.js';
import { LeaveSeat } from './leave-seat.js';
import { ReleaseLedger } from './release-ledger.js';
import { ShowDevices } from './show-devices.js';
import { Stage } from './stage.js';
import { StartDoors } from './start-doors.js';

const HELLO_BYTES = 4 * 1024;
const HELLO_MS = 5_000;
const FAREWELL_MS = 3_000;
const BURST = 60;
const PER_SECOND = 20;
/** What may be said by who knocks. */
const AT_THE_DOOR = new Set<ClientMessage['type']>(['sync', 'leave', 'devices']);

/** What the gateway remembers of each socket, and no more: there may be twenty thousand. */
interface Line {
  occupied: Occupied | 'greeting' | null;
  since: number;
  heard: number;
  budget: number;
}

/** The WebSocket gateway at `/ws`. It only routes: each message has its handler beside its use case. */
@WebSocketGateway({ path: '/ws' })
export class LobbyGateway implements OnGatewayConnection<WebSocket>, OnGatewayDisconnect<WebSocket>, BeforeApplicationShutdown {
  private readonly log = new Logger('Lobby');
  private readonly lines = new Map<WebSocket, Line>();

  constructor(
    private readonly em: EntityManager,
    private readonly commands: CommandBus,
    private readonly lobby: Lobby,
    private readonly greet: Greet,
    private readonly leave: LeaveSeat,
    private readonly devices: ShowDevices,
    private readonly stage: Stage,
    private readonly readiness: Readiness,
    private readonly ledger: ReleaseLedger,
    private readonly conversation: Conversation,
    private readonly doors: StartDoors,
    private readonly moderation: Moderation,
    private readonly strangers: Strangers,
  ) {}

  handleConnection(socket: WebSocket): void {
    const now = Date.now();
    this.lines.set(socket, { occupied: null, since: now, heard: now, budget: BURST });
    socket.on('error', () => undefined); // always followed by close
    socket.on('pong', () => this.hear(socket));
    if (this.readiness.leaving) socket.close(CloseCode.restart, 'restart');
  }

  handleDisconnect(socket: WebSocket): void {
    const line = this.lines.get(socket);
    this.lines.delete(socket);
    this.strangers.isNone(socket);
    if (line?.occupied && line.occupied !== 'greeting') this.leave.whenNobodyReturns(line.occupied);
  }

  @SubscribeMessage('*')
  async frame(socket: WebSocket, data: Buffer | null): Promise<void> {
    const line = this.lines.get(socket);
    if (!line || !this.afford(line)) return socket.close(line ? CloseCode.tooMany : CloseCode.policy);
    this.hear(socket);
    const message = readMessage(data);
    if (line.occupied === null || line.occupied === 'greeting') return this.first(socket, line, message, data);
    if (!message || message.type === 'hello') return this.lobby.send({ socket }, { type: 'refused', code: 'not-understood', sentence: 'That is no message of this protocol.' });
    const { occupied } = line;
    await RequestContext.create(this.em, () => this.answer(occupied, message));
  }

  @Interval(BEAT_MS)
  beat(): void {
    this.lobby.beat();
    for (const socket of this.lines.keys()) if (socket.readyState === socket.OPEN) socket.ping();
  }

  @Interval(1_000)
  endSilentOnes(): void {
    const now = Date.now();
    for (const [socket, line] of this.lines) {
      line.budget = Math.min(BURST, line.budget + PER_SECOND);
      if (now - line.heard > SILENCE_MS) socket.terminate();
      else if (line.occupied === null && now - line.since > HELLO_MS) socket.close(CloseCode.unauthorized, 'no hello');
    }
  }

  /** A browser that sleeps does not answer a close, and would hold the process back for half a minute. */
  async beforeApplicationShutdown(): Promise<void> {
    this.readiness.leaving = true;
    await this.stage.leave(); // first: who comes back elsewhere finds sound and picture going on
    for (const socket of this.lines.keys()) socket.close(CloseCode.restart, 'restart');
    for (const end = Date.now() + FAREWELL_MS; this.lines.size > 0 && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 50));
    for (const socket of this.lines.keys()) socket.terminate();
  }

  private async first(socket: WebSocket, line: Line, message: ClientMessage | null, data: Buffer | null): Promise<void> {
    if (line.occupied === 'greeting' || message?.type !== 'hello' || (data?.length ?? 0) > HELLO_BYTES) return socket.close(CloseCode.unauthorized, 'hello first');
    line.occupied = 'greeting';
    try {
      const occupied = await RequestContext.create(this.em, () => this.greet.hello(socket, message.ticket));
      line.occupied = occupied;
      if (occupied) this.known(socket);
      // It went while it was greeted: nobody heard its close yet.
      if (occupied && !this.lines.has(socket)) this.leave.whenNobodyReturns(occupied);
    } catch (error) {
      this.log.error(error instanceof Error ? error.message : String(error));
      socket.close(1011, 'try again');
    }
  }

  private async answer(occupied: Occupied, message: ClientMessage): Promise<void> {
    const id = 'id' in message ? message.id : undefined;
    try {
      await this.route(occupied, message);
      if (id !== undefined) this.lobby.send(occupied, { type: 'done', id });
    } catch (error) {
      const { problem, unexpected } = problemOf(error);
      if (unexpected) this.log.error(`${message.type}: ${error instanceof Error ? error.message : String(error)}`);
      this.lobby.send(occupied, { type: 'refused', ...(id !== undefined && { id }), code: problem.code, sentence: problem.detail });
    }
  }

  private async route(occupied: Occupied, message: ClientMessage): Promise<void> {
    if (occupied.atDoor && !AT_THE_DOOR.has(message.type)) throw new Forbidden('doors-closed', 'Nobody has let you in yet.');
    if (isModeration(message)) return this.moderation.route(occupied, message);
    switch (message.type) {
      case 'sync': return this.greet.sync(occupied);
      case 'start': return this.doors.start(occupied);
      case 'stop-countdown': return this.commands.execute(new RequestCountdownStop(occupied.sessionId, hostSeat(occupied)));
      case 'end': return this.commands.execute(new RequestEnd(occupied.sessionId, hostSeat(occupied)));
      case 'entered': return this.ledger.acknowledge(occupied.seatId, occupied.sessionId);
      case 'leave': return this.leave.now(occupied);
      case 'devices': return this.devices.show(occupied, message);
      case 'publish': return this.stage.publish(occupied, message);
      case 'receive': return this.stage.receive(occupied);
      case 'received': return this.stage.received(occupied, message);
      case 'candidates': return this.stage.trickle(occupied, message);
      case 'hang-up': return this.stage.hangUp(occupied, message.direction);
      case 'look': return this.stage.look(occupied, message);
      case 'hello': return;
      default: return this.conversation.route(occupied, message);
    }
  }

  private known(socket: WebSocket): void {
    this.strangers.isNone(socket);
    widen(socket);
  }

  private afford(line: Line): boolean {
    line.budget -= 1;
    return line.budget >= 0;
  }

  private hear(socket: WebSocket): void {
    const line = this.lines.get(socket);
    if (line) line.heard = Date.now();
  }
}

function hostSeat({ role, sessionId, seatId }: Occupied): HostSeat {
  if (role !== 'host') throw new Forbidden('not-a-host', 'Only a host can do that.');
  return { kind: 'host-seat', sessionId, seatId };
}
