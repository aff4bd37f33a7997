import type { INestApplicationContext, WebSocketAdapter } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Configuration } from '../config/configuration.js';
import { Strangers } from './strangers.js';

const MAX_PAYLOAD = 512 * 1024;
/** Before anybody has said who they are. More than a hello may have (4 KiB), so that one too long is told why. */
const MAX_PAYLOAD_OF_STRANGERS = 16 * 1024;

interface Handler {
  message: string;
  callback: (data: unknown) => unknown;
}

/**
 * `ws` under `@WebSocketGateway`. Nest's own adapter costs twice the memory for each socket and ends
 * sockets without a close code. A gateway here has one handler, `'*'`, which gets each frame's text.
 */
export class SocketAdapter implements WebSocketAdapter<WebSocketServer, WebSocket> {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly configuration: Configuration,
  ) {}

  create(_port: number, { path = '/ws' }: { path?: string } = {}): WebSocketServer {
    const server = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD_OF_STRANGERS, perMessageDeflate: false, clientTracking: false });
    const strangers = this.app.get(Strangers, { strict: false });
    const http = (this.app as NestFastifyApplication).getHttpServer() as import('node:http').Server;
    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', destroy);
      if (request.url?.split('?')[0] !== path) return refuse(socket, 404);
      // Guards do not run at the upgrade: another site's page is turned away here.
      if (!this.isOwnPage(request)) return refuse(socket, 403);
      const network = strangers.networkOf(request);
      if (strangers.isFull(network)) return refuse(socket, 503);
      server.handleUpgrade(request, socket, head, (client) => {
        strangers.came(client, network);
        server.emit('connection', client, request);
      });
    });
    return server;
  }

  bindClientConnect(server: WebSocketServer, callback: (client: WebSocket, request: IncomingMessage) => void): void {
    server.on('connection', callback);
  }

  bindClientDisconnect(client: WebSocket, callback: (code: number) => void): void {
    client.on('close', callback);
  }

  bindMessageHandlers(client: WebSocket, handlers: Handler[]): void {
    const { callback } = handlers.find(({ message }) => message === '*')!;
    client.on('message', (data: Buffer, isBinary: boolean) => void callback(isBinary ? null : data));
  }

  close(server: WebSocketServer): Promise<void> {
    return new Promise((closed) => server.close(() => closed()));
  }

  dispose(): Promise<void> {
    return Promise.resolve();
  }

  /** A browser always names its origin; a program that names none carries no cookie to misuse, only its ticket. */
  private isOwnPage({ headers }: IncomingMessage): boolean {
    const { origin } = headers;
    if (!origin) return true;
    return origin === new URL(this.configuration.publicUrl).origin || (isLoopback(this.configuration.publicUrl) && isLoopback(origin) && new URL(origin).host === headers.host);
  }
}

const isLoopback = (url: string): boolean => URL.canParse(url) && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);

/** No closure: one made at the upgrade would keep its request, headers and all, for as long as the socket lives. */
function destroy(this: Duplex): void {
  this.destroy();
}

/** Who is known may send what a browser's session description needs. The library takes its bound only for all at once. */
export function widen(socket: WebSocket): void {
  (socket as unknown as { _receiver?: { _maxPayload: number } })._receiver!._maxPayload = MAX_PAYLOAD;
}

const REASONS = { 403: 'Forbidden', 404: 'Not Found', 503: 'Service Unavailable' };

function refuse(socket: Duplex, status: keyof typeof REASONS): void {
  const reason = REASONS[status];
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${status === 503 ? 'Retry-After: 2\r\n' : ''}Connection: close\r\nContent-Length: 0\r\n\r\n`);
}
