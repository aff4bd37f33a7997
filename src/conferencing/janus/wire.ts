import janus, { type Json } from 'janus-gateway-js';
import { WebSocket, type RawData } from 'ws';

/** How long Janus may take for one request. */
export const REQUEST_LIMIT_MS = 5_000;

/** The error codes that the wire itself gives where Janus gave none. */
export const UNANSWERED = -1;
export const CUT = -2;

interface Unanswered {
  readonly request: Json;
  readonly timer: NodeJS.Timeout;
}

/**
 * The library's socket, hardened: a frame that is no Janus message is dropped and counted, and every
 * request gets an answer, from the wire itself where Janus is late or gone. So the promises of every
 * layer above settle within the limit, and at once when the socket closes.
 */
export class Wire extends janus.WebsocketConnection {
  /** Frames that were no Janus message. */
  malformed = 0;
  limitMs = REQUEST_LIMIT_MS;
  private closed = false;
  private readonly unanswered = new Map<string, Unanswered>();

  override open(address: string, protocol: string): Promise<this> {
    const socket = new WebSocket(address, protocol, {
      handshakeTimeout: this.limitMs,
      perMessageDeflate: false,
      maxPayload: 8 * 1024 * 1024, // the offer for a full room is some hundred KiB
    });
    this._webSocket = socket;
    return new Promise((resolve, reject) => {
      socket.on('open', () => {
        this.emit('open');
        resolve(this);
      });
      socket.on('error', reject); // once it is open, 'close' follows and says the same
      socket.on('close', () => {
        reject(new Error('closed'));
        this.hasClosed();
      });
      socket.on('message', (data) => this.receive(data));
    });
  }

  /** Hangs up without waiting for the other side, which may be frozen. */
  override close(): Promise<void> {
    this.hasClosed();
    (this._webSocket as WebSocket | undefined)?.terminate();
    return Promise.resolve();
  }

  override send(request: Json): Promise<void> {
    if (!this.isOpened()) return super.send(request); // which refuses
    const transaction = String(request['transaction']);
    const timer = setTimeout(() => this.answerFor(transaction, UNANSWERED), this.limitMs);
    this.unanswered.set(transaction, { request, timer });
    // The library's own kind of promise: after one of another kind it would look for the transaction a
    // turn of the event loop later, and a quick answer has ended it by then.
    return super.send(request);
  }

  private receive(data: RawData): void {
    const message = parsed(data);
    if (!message) {
      this.malformed++;
      this.emit('malformed');
      return;
    }
    const waiting = this.unanswered.get(message['transaction'] as string);
    if (waiting && !isFirstOfTwo(message, waiting.request)) {
      this.forget(waiting);
      // An error of Janus's core, and the answer to `detach`, do not name the handle: the library
      // would not find the request that they answer.
      if (waiting.request['handle_id'] !== undefined) message['sender'] ??= waiting.request['handle_id'];
    }
    this.onMessage(message);
  }

  private answerFor(transaction: string, code: number): void {
    const waiting = this.unanswered.get(transaction);
    if (!waiting) return;
    this.forget(waiting);
    const { session_id, handle_id: sender } = waiting.request;
    this.onMessage({ janus: 'error', transaction, session_id, sender, error: { code, reason: code === CUT ? 'the connection was cut' : 'no answer in time' } });
    if (code === UNANSWERED) this.emit('unanswered', waiting.request);
  }

  private forget({ request, timer }: Unanswered): void {
    clearTimeout(timer);
    this.unanswered.delete(String(request['transaction']));
  }

  private hasClosed(): void {
    if (this.closed) return;
    this.closed = true;
    for (const transaction of [...this.unanswered.keys()]) this.answerFor(transaction, CUT);
    this.emit('close');
  }
}

/** A plug-in's request is acknowledged first and answered after; `ack` is the whole answer to the others. */
function isFirstOfTwo(message: Json, request: Json): boolean {
  return message['janus'] === 'ack' && request['janus'] === 'message';
}

function parsed(data: RawData): Json | null {
  try {
    const message: unknown = JSON.parse(data.toString());
    return isObject(message) && typeof message['janus'] === 'string' ? message : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
