import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { TestJanus } from '../../test/support/janus.ts';

export interface Jsep {
  readonly type: 'offer' | 'answer';
  readonly sdp: string;
}

interface Said {
  readonly janus: string;
  readonly transaction?: string;
  readonly sender?: number;
  readonly data?: { readonly id: number };
  readonly plugindata?: { readonly data: Record<string, unknown> };
  readonly jsep?: Jsep;
  readonly error?: { readonly reason: string };
  readonly candidate?: { readonly candidate?: string };
}

/** A bare driver of Janus: one WebSocket, one session, and no more words than each thing needs. */
export class BareJanus {
  private readonly socket: WebSocket;
  private readonly secret: string;
  private readonly waiting = new Map<string, { said: (message: Said) => void; failed: (error: Error) => void }>();
  private readonly handles = new Map<number, BareHandle>();
  private session = 0;
  private number = 0;

  private constructor(socket: WebSocket, secret: string) {
    [this.socket, this.secret] = [socket, secret];
    socket.on('message', (data) => this.hear(JSON.parse(String(data)) as Said));
  }

  static async connect({ url, apiSecret }: Pick<TestJanus, 'url' | 'apiSecret'>): Promise<BareJanus> {
    const socket = new WebSocket(url, 'janus-protocol', { perMessageDeflate: false });
    await once(socket, 'open');
    const driver = new BareJanus(socket, apiSecret);
    driver.session = (await driver.ask({ janus: 'create' })).data!.id;
    const alive = setInterval(() => void driver.ask({ janus: 'keepalive' }).catch(() => undefined), 25_000);
    socket.once('close', () => clearInterval(alive));
    return driver;
  }

  async attach(): Promise<BareHandle> {
    const { id } = (await this.ask({ janus: 'attach', plugin: 'janus.plugin.videoroom' })).data!;
    const handle = new BareHandle(this, id);
    this.handles.set(id, handle);
    return handle;
  }

  ask(message: object): Promise<Said> {
    const transaction = String(++this.number);
    return new Promise((said, failed) => {
      this.waiting.set(transaction, { said, failed });
      this.socket.send(JSON.stringify({ ...message, transaction, apisecret: this.secret, ...(this.session && { session_id: this.session }) }));
    });
  }

  close(): void {
    this.socket.terminate();
  }

  private hear(message: Said): void {
    if (message.janus === 'trickle' && message.candidate?.candidate) this.handles.get(message.sender!)?.hears(message.candidate.candidate);
    // A keepalive has nothing but `ack` for its answer; whatever is asked of a plug-in has more to come.
    const waiting = this.waiting.get(message.transaction ?? '');
    if (!waiting || message.janus === 'ack') return;
    this.waiting.delete(message.transaction!);
    const wrong = message.error?.reason ?? message.plugindata?.data['error'];
    if (wrong === undefined) waiting.said(message);
    else waiting.failed(new Error(String(wrong)));
  }
}

export class BareHandle {
  /** Those that came before somebody listened. */
  readonly candidates: string[] = [];
  candidate: (candidate: string) => void = (one) => void this.candidates.push(one);
  private readonly driver: BareJanus;
  private readonly id: number;

  constructor(driver: BareJanus, id: number) {
    [this.driver, this.id] = [driver, id];
  }

  /** @throws where the plug-in refuses */
  ask(body: object, jsep?: Jsep): Promise<Said> {
    return this.driver.ask({ janus: 'message', handle_id: this.id, body, ...(jsep && { jsep }) });
  }

  detach(): Promise<unknown> {
    return this.driver.ask({ janus: 'detach', handle_id: this.id });
  }

  hears(candidate: string): void {
    this.candidate(candidate);
  }
}
