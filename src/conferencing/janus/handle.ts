import type { JanusPluginMessage, Json, Plugin } from 'janus-gateway-js';
import type { Note } from './handle-book.js';

export interface Jsep {
  readonly type: 'offer' | 'answer';
  readonly sdp: string;
}

export interface Reply {
  readonly data: Json;
  readonly jsep: Jsep | null;
}

/** What Janus tells of a handle by itself. */
export interface HandleListener {
  /** A fact of the core: `trickle`, `webrtcup`, `media`, `hangup`, `detached`, … */
  core?(what: string, message: Json): void;
  /** An event of the VideoRoom that answers no request. */
  room?(data: Json): void;
}

/** What a handle asks of the link that it belongs to. */
export interface HandleLink {
  /** Resolves when Janus can be asked. */
  reachable(): Promise<void>;
  note(handle: Handle, note: Note): void;
  ended(handle: Handle): void;
}

/**
 * One handle of ours at the VideoRoom. It outlives the socket: after a short cut the link claims the
 * session and gives each handle its new stand-in in the library.
 */
export class Handle {
  private listener: HandleListener = {};
  ended = false;
  private plugin!: Plugin;

  constructor(plugin: Plugin, private readonly link: HandleLink) {
    this.adopt(plugin);
  }

  get id(): number {
    return this.plugin.getId();
  }

  listen(listener: HandleListener): void {
    this.listener = listener;
  }

  /** Writes down what it is for: whoever comes after this process may go on with it. */
  note(note: Note): void {
    if (!this.ended) this.link.note(this, note);
  }

  /** The library's object behind this handle, new after each claim. */
  adopt(plugin: Plugin): void {
    this.plugin = plugin;
    plugin.on('message', (message: JanusPluginMessage) => this.hear(message.getPlainMessage()));
  }

  /** Asks the VideoRoom; rejects with the library's error, which carries Janus's code. */
  async ask(body: Json, jsep?: Jsep): Promise<Reply> {
    await this.link.reachable();
    const reply = await this.plugin.sendWithTransaction({ body, ...(jsep && { jsep }) });
    return { data: (reply.getPluginData() ?? {}) as Json, jsep: reply.get('jsep') as Jsep | null };
  }

  async trickle(candidates: readonly object[], done: boolean): Promise<void> {
    await this.link.reachable();
    if (candidates.length > 0) await this.plugin.send({ janus: 'trickle', candidates });
    if (done) await this.plugin.send({ janus: 'trickle', candidate: { completed: true } });
  }

  /** Ends the handle and its connection. What cannot be said to Janus now ends with the session. */
  async detach(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    this.listener = {};
    try {
      await this.link.reachable();
      await this.plugin.sendWithTransaction({ janus: 'detach' });
    } catch {
      // gone with its session, or not: the handle is nobody's either way
    }
    await this.plugin.cleanup();
    this.link.ended(this); // only now: until then a regained session would have to know it
  }

  /** Janus forgot it together with the session. */
  abandon(): void {
    this.end();
  }

  private hear(message: Json): void {
    if (this.ended) return;
    const what = String(message['janus']);
    if (what === 'event') {
      const data = (message['plugindata'] as Json | undefined)?.['data'] as Json | undefined;
      if (data && message['transaction'] === undefined) this.listener.room?.(data);
      return;
    }
    const { listener } = this;
    if (what === 'detached') this.end();
    listener.core?.(what, message);
  }

  private end(): void {
    this.ended = true;
    this.listener = {};
    this.link.ended(this);
  }
}
