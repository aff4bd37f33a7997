import type { JanusMessage, Session } from 'janus-gateway-js';
import { setTimeout as delay } from 'node:timers/promises';
import { GatewayConnection, VIDEO_ROOM } from './gateway-connection.js';
import { Handle, type HandleLink } from './handle.js';
import type { HandleBook, Note } from './handle-book.js';
import { codeOf, JanusCode, unavailable } from './refusals.js';

const KEEPALIVE_MS = 25_000;
/** Janus is near, and people wait: ask often. */
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 2_000;

export interface Log {
  log(message: string): void;
  warn(message: string): void;
}

export interface LinkOptions {
  /** Empty where there is no media gateway. */
  readonly url: string;
  readonly apiSecret: string;
  readonly requestLimitMs?: number;
  readonly keepaliveMs?: number;
}

export interface LinkListener {
  /** A new session at Janus, with nothing of what was before. */
  up(): Promise<void>;
  /** The connection broke and the session was claimed: what Janus told meanwhile was not heard. */
  regained(): Promise<void>;
  /** The session is lost, and every handle with it. */
  down(): void;
}

/**
 * Keeps one session at Janus for this process. A socket that breaks is made again at once and the
 * session claimed (Janus keeps it for `reclaim_session_timeout`), so the media never stops and nobody
 * is told; only when that fails is the link down, and comes back with a new session.
 */
export class JanusLink implements HandleLink {
  /** Whether there is a session to work with; its socket may be about to be regained. */
  up = false;
  private connection: GatewayConnection | null = null;
  private session: Session | null = null;
  private regaining: Promise<boolean> | null = null;
  private stop = new AbortController();
  private running: Promise<void> | null = null;
  private malformedBefore = 0;
  private readonly handles = new Set<Handle>();
  /** It serves a session that another process began. */
  private isHeir = false;

  constructor(
    private readonly options: LinkOptions,
    private readonly log: Log,
    private readonly listener: LinkListener,
    private readonly book: HandleBook,
  ) {}

  /** Janus's number of our session: with it, and those of the handles, another process could claim it. */
  get sessionId(): number | null {
    return this.session?.getId() ?? null;
  }

  /** Frames that were dropped because they were no Janus message. */
  get malformed(): number {
    return this.malformedBefore + (this.connection?.wire.malformed ?? 0);
  }

  /** Resolves after the first attempt, whatever came of it; the next ones follow by themselves. */
  async connect(): Promise<void> {
    if (this.running || !this.options.url) return;
    this.stop = new AbortController();
    await new Promise<void>((tried) => {
      this.running = this.keep(this.stop.signal, tried);
    });
  }

  /**
   * Takes over the session that another process has left behind, instead of keeping one of its own; it serves
   * until the last of those handles has ended. Rejects where Janus has let go of it.
   */
  async takeOver(sessionId: number, handleIds: readonly number[]): Promise<Map<number, Handle>> {
    const connection = await this.dial();
    this.session = await connection.claim(sessionId, handleIds).catch(async (error: unknown) => {
      await connection.close();
      throw error;
    });
    this.up = true;
    this.isHeir = true;
    for (const plugin of this.session.getPluginList()) this.handles.add(new Handle(plugin, this));
    this.running = this.serve(this.stop.signal).then(() => this.lose(this.stop.signal.aborted));
    return new Map([...this.handles].map((handle) => [handle.id, handle]));
  }

  /** Ends the session, and with it every handle, at Janus too. */
  async disconnect(): Promise<void> {
    this.stop.abort();
    // Asked of a session whose socket is gone, the library would wait for the answer for 30 s.
    if (!this.regaining && !this.connection?.isClosed()) await this.session?.destroy().catch(() => {});
    await this.leave();
  }

  /** Goes without ending anything: Janus keeps the session a while for whoever takes it over. */
  async leave(): Promise<void> {
    this.stop.abort();
    await this.connection?.close();
    await this.running;
    this.running = null;
  }

  async attach(): Promise<Handle> {
    await this.reachable();
    const plugin = await this.session!.attachPlugin(VIDEO_ROOM);
    const handle = new Handle(plugin, this);
    this.handles.add(handle);
    return handle;
  }

  note(handle: Handle, note: Note): void {
    if (this.session) this.book.note({ sessionId: this.session.getId(), handleId: handle.id, ...note });
  }

  ended(handle: Handle): void {
    this.handles.delete(handle);
    if (this.session) this.book.strike(this.session.getId(), handle.id);
    if (this.isHeir && this.up && this.handles.size === 0) void this.disconnect();
  }

  async reachable(): Promise<void> {
    await this.regaining;
    if (!this.up || !this.session || this.connection?.isClosed()) throw unavailable();
  }

  private async keep(stop: AbortSignal, tried: () => void): Promise<void> {
    let failures = 0;
    let former: number | null = null;
    while (!stop.aborted) {
      try {
        await this.start(former);
        if (failures > 0 || former) this.log.log('The media gateway is back.');
        failures = 0;
        tried();
        former = await this.serve(stop);
        if (!stop.aborted) this.log.warn('The media gateway went away; asking again.');
      } catch (error) {
        if (failures++ === 0) this.log.warn(`The media gateway cannot be reached (${codeOf(error) ?? (error as { code?: string }).code ?? 'no answer'}); asking again.`);
        tried();
      }
      this.lose(stop.aborted);
      const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures, 8));
      // Jitter: several instances lose the same Janus in the same moment.
      await delay(longest * (0.5 + Math.random() / 2), undefined, { signal: stop }).catch(() => {});
    }
  }

  private async start(former: number | null): Promise<void> {
    const connection = await this.dial();
    // After a cut network the lost session may still stand, with people's connections in it.
    if (former) await connection.claim(former, []).then((session) => session.destroy(), () => {});
    this.session = await connection.begin();
    this.up = true;
    await this.listener.up();
  }

  /** Returns when the session is lost, with its number. */
  private async serve(stop: AbortSignal): Promise<number> {
    for (;;) {
      const session = this.session!;
      const id = session.getId();
      const cut = await this.endOf(this.connection!, session);
      if (!cut || stop.aborted) return id;
      this.regaining = this.regain(id);
      const regained = await this.regaining;
      this.regaining = null;
      if (!regained) return id;
      this.log.log('The connection to the media gateway broke and was regained.');
      void this.listener.regained().catch(() => {}); // it breaks again: then there will be another time
    }
  }

  /** Waits for the end of the socket (true: the session may be claimed) or of the session (false). */
  private async endOf(connection: GatewayConnection, session: Session): Promise<boolean> {
    const keepalive = () => void session.send({ janus: 'keepalive' }).catch(() => {});
    const timer = setInterval(keepalive, this.options.keepaliveMs ?? KEEPALIVE_MS);
    // One request may be lost to a busy moment; a gateway that does not even answer a keepalive is gone.
    connection.wire.on('unanswered', (request: { janus?: string }) => (request.janus === 'keepalive' ? void connection.close() : keepalive()));
    const cut = await new Promise<boolean>((resolve) => {
      connection.on('close', () => resolve(true));
      session.on('destroy', () => resolve(false));
      connection.on('message', (message: JanusMessage) => message.getError()?.code === JanusCode.noSuchSession && resolve(false));
      if (connection.isClosed()) resolve(true);
    });
    clearInterval(timer);
    return cut;
  }

  private async regain(sessionId: number): Promise<boolean> {
    try {
      const handles = [...this.handles];
      const connection = await this.dial();
      this.session = await connection.claim(sessionId, handles.map((handle) => handle.id));
      const plugins = new Map(this.session.getPluginList().map((plugin) => [plugin.getId(), plugin]));
      for (const handle of handles) handle.adopt(plugins.get(handle.id)!);
      return true;
    } catch {
      return false;
    }
  }

  private async dial(): Promise<GatewayConnection> {
    this.malformedBefore = this.malformed;
    this.connection = new GatewayConnection(this.options.url, this.options.apiSecret, this.options.requestLimitMs);
    this.connection.wire.on('malformed', () => this.log.warn(`The media gateway sent what is no message (${this.malformed} so far).`));
    return this.connection.open();
  }

  private lose(quietly: boolean): void {
    const wasUp = this.up;
    this.up = false;
    for (const handle of [...this.handles]) handle.abandon();
    this.session = null;
    void this.connection?.close();
    if (wasUp && !quietly) this.listener.down();
  }
}
