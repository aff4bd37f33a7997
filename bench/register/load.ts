import { connect, type Socket } from 'node:net';
import { answering } from '../answering.ts';
import { now } from '../measured.ts';

/** People who press *Register*: bare sockets that are kept open, since the load must cost less than what is measured. */
export type Question =
  /** Each connection sends the next registration, of another address, when the last one is answered; so many people, or for so long. */
  | { do: 'stream'; url: string; path: string; connections: number; seconds: number; tag: string; people?: number }
  /** That many at the same moment, all of one address. */
  | { do: 'burst'; url: string; path: string; connections: number; address: string };

export interface Load {
  readonly acknowledged: number;
  readonly refused: number;
  readonly seconds: number;
  /** Milliseconds, of the acknowledged ones. */
  readonly latencies: Float64Array;
}

const TOPICS = ['Curiosity', 'A real session soon', 'Something else'];

answering(async (question: Question) => {
  const { hostname, port } = new URL(question.url);
  const lines = await Promise.all(Array.from({ length: question.connections }, () => Line.to(hostname, Number(port))));
  const latencies: number[] = [];
  let refused = 0;
  const began = now();
  const send = async (line: Line, body: string): Promise<void> => {
    const sent = now();
    const status = await line.post(question.path, body);
    if (status === 202) latencies.push(now() - sent);
    else refused++;
  };
  if (question.do === 'burst') {
    await Promise.all(lines.map((line) => send(line, bodyOf(question.address, 1))));
  } else {
    let number = 0;
    const until = began + question.seconds * 1_000;
    await Promise.all(lines.map(async (line) => {
      while (now() < until && number < (question.people ?? Infinity)) {
        number += 1;
        await send(line, bodyOf(`person-${question.tag}-${number}@bench.example`, number));
      }
    }));
  }
  const seconds = (now() - began) / 1_000;
  for (const line of lines) line.end();
  return { acknowledged: latencies.length, refused, seconds, latencies: Float64Array.from(latencies) } satisfies Load;
});

const bodyOf = (email: string, number: number): string =>
  `{"email":"${email}","name":"Person ${number}","answers":{"company":"Example ${number % 997}","topic":"${TOPICS[number % 3]}","updates":true},"timeZone":"Europe/Berlin","locale":"en-GB"}`;

/** One kept connection with one request on its way. */
class Line {
  private readonly socket: Socket;
  private readonly host: string;
  private pending = '';
  private answered: ((status: number) => void) | null = null;
  private failed: ((error: Error) => void) | null = null;

  private constructor(socket: Socket, host: string) {
    this.socket = socket;
    this.host = host;
    socket.setNoDelay(true).setEncoding('latin1');
    socket.on('data', (chunk: string) => this.read(chunk));
    socket.on('error', (error) => this.failed?.(error));
    socket.on('close', () => this.failed?.(new Error('A kept connection was closed.')));
  }

  static to(hostname: string, port: number): Promise<Line> {
    return new Promise((opened, failed) => {
      const socket = connect(port, hostname === 'localhost' ? '127.0.0.1' : hostname, () => opened(new Line(socket, `${hostname}:${port}`)));
      socket.once('error', failed);
    });
  }

  post(path: string, body: string): Promise<number> {
    return new Promise((answered, failed) => {
      this.answered = answered;
      this.failed = failed;
      this.socket.write(`POST ${path} HTTP/1.1\r\nHost: ${this.host}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`, 'latin1');
    });
  }

  end(): void {
    this.failed = null;
    this.socket.destroy();
  }

  private read(chunk: string): void {
    this.pending += chunk;
    const head = this.pending.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(this.pending)?.[1]);
    if (!(this.pending.length >= head + 4 + length)) return;
    const status = Number(this.pending.slice(9, 12));
    this.pending = this.pending.slice(head + 4 + length);
    this.answered?.(status);
  }
}
