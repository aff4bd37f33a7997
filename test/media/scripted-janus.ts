import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

export type Request = Record<string, unknown> & { janus: string; transaction: string; body?: { request: string; room?: string } };

/**
 * A gateway that does what the test says: it answers as Janus does unless `onRequest` takes the
 * request over. For the faults that a real one cannot be made to have.
 */
export class ScriptedJanus {
  readonly requests: Request[] = [];
  /** Returns true where it answered, or decided not to. */
  onRequest: (request: Request, socket: WebSocket) => boolean = () => false;
  sockets = 0;
  private ids = 1000;
  private readonly rooms = new Set<string>();

  private constructor(private readonly server: WebSocketServer) {
    server.on('connection', (socket) => {
      this.sockets++;
      socket.on('message', (data) => {
        const request = JSON.parse(String(data)) as Request;
        this.requests.push(request);
        if (!this.onRequest(request, socket)) socket.send(JSON.stringify(this.usual(request)));
      });
    });
  }

  static async start(): Promise<ScriptedJanus> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'janus-protocol' });
    await once(server, 'listening');
    return new ScriptedJanus(server);
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Sends the same text to every connection. */
  say(text: string): void {
    for (const socket of this.server.clients) socket.send(text);
  }

  cut(): void {
    for (const socket of this.server.clients) socket.terminate();
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise((closed) => this.server.close(closed));
  }

  asked(what: string): Request[] {
    return this.requests.filter((request) => request.janus === what || request.body?.request === what);
  }

  private usual({ janus, transaction, session_id, handle_id, body }: Request): object {
    if (janus === 'create' || janus === 'attach') return { janus: 'success', transaction, session_id, data: { id: ++this.ids } };
    if (janus === 'keepalive' || janus === 'trickle') return { janus: 'ack', transaction, session_id };
    if (janus !== 'message') return { janus: 'success', transaction, session_id };
    const data = body?.request === 'create' ? this.created(body.room!) : { videoroom: body?.request === 'join' ? 'joined' : 'event', private_id: 1, publishers: [] };
    return { janus: 'event', transaction, session_id, sender: handle_id, plugindata: { plugin: 'janus.plugin.videoroom', data } };
  }

  private created(room: string): object {
    if (this.rooms.has(room)) return { videoroom: 'event', error_code: 427, error: `Room ${room} already exists` };
    this.rooms.add(room);
    return { videoroom: 'created', room };
  }
}
