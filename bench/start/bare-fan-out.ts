import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { answering } from '../answering.ts';

/** The floor of *Start*: bare `ws`, and a loop that sends the request's body to every socket. */
const http = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const frame = Buffer.concat(chunks);
    for (const socket of sockets.clients) socket.send(frame, { binary: false });
    response.end('{}');
  });
});
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
// As much as any server must: what comes in is read, what breaks is no crash.
sockets.on('connection', (socket) => {
  socket.on('message', () => undefined);
  socket.on('error', () => undefined);
});

answering(async () => {
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', 4_096, listening));
  return { url: `http://127.0.0.1:${(http.address() as { port: number }).port}` };
});
