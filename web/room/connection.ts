import { CloseCode, SILENCE_MS, BEAT_MS, type ClientMessage, type ServerMessage, type ShownOut } from '../../client/protocol.ts';
import { Store } from '../attendee/store.ts';
import { refusalSaid } from '../words/said.js';
import { words } from '../words/spoken.js';
import { pause } from './backoff.ts';
import { after, type RoomState } from './room-state.ts';

/** How things stand between this page and the server. The last four are final. */
export type Line = 'connecting' | 'open' | 'reconnecting' | 'taken-over' | 'shut-out' | 'seat-lost' | 'left';

export interface Standing {
  line: Line;
  room: RoomState | null;
  /** With `shut-out`: what a host has decided. */
  shownOut?: ShownOut;
}

/** What a new ticket was asked for and what came: a ticket, nobody answered, or there is no seat any more. */
export type Ticket = { ticket: string } | 'unreachable' | 'no-seat';

/** No, by a stable code; the server's own sentence, in English, for a code that is younger than the page. */
export class RefusedByServer extends Error {
  constructor(readonly code: string, sentence: string = code) {
    super(sentence);
  }
}

/** Why something that was asked did not come to pass, in the language of the page. */
export function sentenceOf(error: unknown): string {
  const known = error instanceof RefusedByServer;
  return refusalSaid(words.refusals, known ? error.code : 'unexpected', known ? error.message : '');
}

const isShownOut = (reason: string): reason is ShownOut => ['removed', 'banned', 'denied', 'revoked'].includes(reason);

interface Surroundings {
  address: string;
  /** A single-use ticket for the same seat, from `POST /api/join/return`. */
  freshTicket(): Promise<Ticket>;
  connect?(address: string): WebSocket;
  chance?(): number;
}

type Request = Exclude<ClientMessage, { type: 'hello' }>;

const ANSWER_MS = 8_000;
const PROBE_MS = 4_000;
/** A network that has just returned has mostly lost the line; another one costs less than the wait. */
const PROBE_AFTER_CHANGE_MS = 1_000;
/** Connecting, `hello` and the first `state` take no longer on a network that works. */
const GREETED_MS = 10_000;
/** A connection younger than this does not count as a success: one that ends at once is no reason to hurry. */
const SETTLED_MS = 5_000;

/**
 * The one socket of this seat. It says `hello`, keeps the state and its versions, asks for what it
 * missed, and comes back by itself after any loss. Nothing here holds the truth: after each return the
 * server's `state` replaces everything.
 */
export class RoomConnection {
  readonly store = new Store<Standing>({ line: 'connecting', room: null });
  /** How many sockets this line has had, the present one included. */
  sockets = 0;
  private socket: WebSocket | null = null;
  private failures = 0;
  private attempt = 0;
  private openedAt = 0;
  private heardAt = 0;
  private syncing = false;
  private closed = false;
  private lastId = 0;
  private silence?: ReturnType<typeof setTimeout>;
  private retry?: ReturnType<typeof setTimeout>;
  private probing?: ReturnType<typeof setTimeout>;
  private forgetting?: ReturnType<typeof setTimeout>;
  private readonly listeners = new Set<(message: ServerMessage) => void>();
  private readonly asked = new Map<string, { done: () => void; refused: (error: Error) => void; timer: ReturnType<typeof setTimeout> }>();

  constructor(ticket: string, private readonly around: Surroundings) {
    this.open(ticket);
  }

  /** Every message, after the state has taken it in. */
  listen(listener: (message: ServerMessage) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Says something that needs no answer; lost where the line is down, because `state` repairs it. */
  say(message: Request): void {
    if (this.store.get().line === 'open') this.socket?.send(JSON.stringify(message));
  }

  /** Asks for something; fulfilled by `done`, rejected by `refused` or where no answer comes. */
  ask(message: Request): Promise<void> {
    return new Promise((done, refused) => {
      if (this.store.get().line !== 'open') return refused(new RefusedByServer('not-connected'));
      const id = `q${++this.lastId}`;
      const timer = setTimeout(() => this.answer(id, new RefusedByServer('no-answer')), ANSWER_MS);
      this.asked.set(id, { done, refused, timer });
      this.socket?.send(JSON.stringify({ ...message, id }));
    });
  }

  /** The network is back or the page is looked at again: no reason to wait any longer. */
  wake(networkChanged = false): void {
    const { line } = this.store.get();
    // An attempt that is under way on the old network may hang; it is passed by another.
    if (line === 'reconnecting' && (this.retry || networkChanged)) {
      this.letGo();
      return this.come(0);
    }
    if (line !== 'open' || this.probing || (!networkChanged && Date.now() - this.heardAt < BEAT_MS + 2_000)) return;
    this.sync();
    this.probing = setTimeout(() => this.lost(0), networkChanged ? PROBE_AFTER_CHANGE_MS : PROBE_MS);
  }

  /** For good, and why. The seat stays with the server unless `leave` was said before. */
  end(line: 'left' | 'seat-lost' | 'taken-over' | 'shut-out'): void {
    this.close();
    this.store.change({ line });
  }

  /** Lets go of the socket and does not come back. */
  close(): void {
    this.closed = true;
    clearTimeout(this.retry);
    this.letGo();
  }

  private open(ticket: string): void {
    const socket = (this.around.connect ?? ((address) => new WebSocket(address)))(this.around.address);
    this.socket = socket;
    this.sockets++;
    this.openedAt = 0;
    this.heard(GREETED_MS);
    socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', ticket } satisfies ClientMessage));
    socket.onmessage = ({ data }) => this.receive(String(data));
    socket.onclose = ({ code, reason }) => this.lost(code, reason);
  }

  private receive(text: string): void {
    this.heard();
    const message = JSON.parse(text) as ServerMessage;
    const step = after(this.store.get().room, message);
    if (message.type === 'state') {
      clearTimeout(this.forgetting);
      this.syncing = false;
      this.openedAt ||= Date.now();
      this.store.change({ line: 'open', room: step.state });
    } else if (step.state !== this.store.get().room) {
      this.store.change({ room: step.state });
    }
    if (step.missed) this.sync();
    if (message.type === 'done') this.answer(message.id);
    if (message.type === 'refused' && message.id) this.answer(message.id, new RefusedByServer(message.code, message.sentence));
    for (const listener of [...this.listeners]) listener(message);
  }

  private sync(): void {
    if (this.syncing) return;
    this.syncing = true;
    this.say({ type: 'sync' });
    // Should the answer get lost too, the next beat shows the gap again.
    this.forgetting = setTimeout(() => (this.syncing = false), PROBE_MS);
  }

  private answer(id: string, error?: Error): void {
    const waiting = this.asked.get(id);
    if (!waiting) return;
    this.asked.delete(id);
    clearTimeout(waiting.timer);
    if (error) waiting.refused(error);
    else waiting.done();
  }

  private heard(silenceAllowed = SILENCE_MS): void {
    this.heardAt = Date.now();
    clearTimeout(this.probing);
    this.probing = undefined;
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.lost(0), silenceAllowed);
  }

  private lost(code: number, reason = ''): void {
    const settled = this.openedAt > 0 && Date.now() - this.openedAt >= SETTLED_MS;
    this.letGo();
    if (code === CloseCode.takenOver) return this.end('taken-over');
    if (code === CloseCode.forbidden) {
      if (isShownOut(reason)) this.store.change({ shownOut: reason });
      return this.end('shut-out');
    }
    this.failures = settled ? 1 : this.failures + 1;
    this.store.change({ line: 'reconnecting' });
    this.come(pause(this.failures, code, this.around.chance?.()));
  }

  private come(later: number): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.comeBack(), later);
  }

  private async comeBack(): Promise<void> {
    this.retry = undefined;
    const attempt = ++this.attempt;
    const ticket = await this.around.freshTicket();
    if (this.closed || attempt !== this.attempt) return; // left, or passed by a later attempt
    if (ticket === 'no-seat') return this.end('seat-lost');
    if (ticket !== 'unreachable') return this.open(ticket.ticket);
    this.failures++;
    this.come(pause(this.failures, 0, this.around.chance?.()));
  }

  /** A half-open socket would take minutes to close by itself, so it is forgotten at once. */
  private letGo(): void {
    clearTimeout(this.silence);
    clearTimeout(this.probing);
    this.probing = undefined;
    clearTimeout(this.forgetting);
    this.syncing = false;
    if (this.socket) {
      this.socket.onopen = this.socket.onmessage = this.socket.onclose = null;
      this.socket.close();
      this.socket = null;
    }
    for (const id of [...this.asked.keys()]) this.answer(id, new RefusedByServer('not-connected'));
  }
}
