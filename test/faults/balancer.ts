import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { sleep } from './fault.ts';

const ASKS_EVERY_MS = 500;

/**
 * The least of a balancer: asks each instance twice a second whether it is ready, sends to those that are, in turn, and
 * tries the next where one did not even take the connection. What was sent is sent once.
 */
export class Balancer {
  private readonly instances = new Map<string, boolean>();
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private turn = 0;
  private over = false;

  constructor() {
    this.server = createServer((incoming, outgoing) => void this.forward(incoming, outgoing));
    this.server.on('upgrade', (incoming: IncomingMessage, socket: Socket, head: Buffer) => this.tunnel(incoming, socket, head));
    this.server.keepAliveTimeout = 60_000;
    void this.asks();
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  async listens(): Promise<this> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', 4_096, listening));
    return this;
  }

  /** It is asked before anything is sent there. */
  async add(url: string): Promise<void> {
    this.instances.set(url, await ready(url));
  }

  remove(url: string): void {
    this.instances.delete(url);
  }

  async stop(): Promise<void> {
    this.over = true;
    for (const socket of this.sockets) socket.destroy();
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async asks(): Promise<void> {
    for (; !this.over; await sleep(ASKS_EVERY_MS)) {
      await Promise.all([...this.instances.keys()].map(async (url) => {
        const is = await ready(url);
        if (this.instances.has(url)) this.instances.set(url, is);
      }));
    }
  }

  private inTurn(): string[] {
    const all = [...this.instances].filter(([, is]) => is).map(([url]) => url);
    const at = all.length ? this.turn++ % all.length : 0;
    return [...all.slice(at), ...all.slice(0, at)];
  }

  private async forward(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    for (const url of this.inTurn()) {
      const sent = await new Promise<'answered' | 'refused' | 'broken'>((done) => {
        const { host: _, connection: __, ...headers } = incoming.headers;
        const passed = request(url + incoming.url!, { method: incoming.method, headers: { ...headers, host: incoming.headers.host }, agent: false }, (answer) => {
          outgoing.writeHead(answer.statusCode!, answer.headers);
          answer.pipe(outgoing);
          answer.on('end', () => done('answered')).on('error', () => { outgoing.destroy(); done('answered'); });
        });
        passed.on('error', (error: NodeJS.ErrnoException) => done(error.code === 'ECONNREFUSED' ? 'refused' : 'broken'));
        passed.end(Buffer.concat(chunks));
      });
      if (sent === 'answered') return;
      if (sent === 'broken') break;
    }
    if (!outgoing.headersSent) outgoing.writeHead(502).end();
  }

  private tunnel(incoming: IncomingMessage, socket: Socket, head: Buffer): void {
    const [url] = this.inTurn();
    if (!url) return void socket.destroy();
    const inner = connect({ port: Number(new URL(url).port), host: '127.0.0.1' }, () => {
      const headers = incoming.rawHeaders.flatMap((name, at, all) => (at % 2 === 0 ? [`${name}: ${all[at + 1]}`] : []));
      inner.write(`GET ${incoming.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
      inner.write(head);
      inner.pipe(socket).pipe(inner);
    });
    for (const [one, other] of [[inner, socket], [socket, inner]] as const) {
      this.sockets.add(one);
      one.on('error', () => other.destroy()).on('close', () => { this.sockets.delete(one); other.destroy(); });
    }
  }
}

const ready = (url: string): Promise<boolean> => fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3_000) }).then(({ status }) => status === 200, () => false);
