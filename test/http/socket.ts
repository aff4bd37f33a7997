import { WebSocket } from 'ws';
import type { ClientMessage, ServerMessage } from '../../client/protocol.js';

type Message<Type extends ServerMessage['type']> = Extract<ServerMessage, { type: Type }>;

/** A browser's end of `/ws`: a real socket that remembers all it was told. */
export class Socket {
  readonly told: ServerMessage[] = [];
  readonly closed: Promise<number>;
  /** What the close said beside its code. */
  closedBecause = '';
  private readonly waiting = new Set<() => void>();
  private asked = 0;

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      this.told.push(JSON.parse(data.toString('utf8')) as ServerMessage);
      for (const look of [...this.waiting]) look();
    });
    this.closed = new Promise((closed) => socket.on('close', (code, reason) => {
      this.closedBecause = reason.toString('utf8');
      closed(code);
    }));
    socket.on('error', () => undefined);
  }

  static async to(address: string, headers: Record<string, string> = {}): Promise<Socket> {
    const socket = new WebSocket(`${address.replace(/^http/, 'ws')}/ws`, { headers });
    const one = new Socket(socket);
    await new Promise((open, failed) => socket.once('open', open).once('error', failed));
    return one;
  }

  /** In with a ticket, and the state that it was told. */
  static async with(address: string, ticket: string): Promise<Socket & { state: Message<'state'> }> {
    const socket = await Socket.to(address);
    socket.say({ type: 'hello', ticket });
    return Object.assign(socket, { state: await socket.hears('state') });
  }

  /** The first message of that type, past or to come. */
  hears<Type extends ServerMessage['type']>(type: Type, meant: (message: Message<Type>) => boolean = () => true, within = 30_000): Promise<Message<Type>> {
    return new Promise((heard, failed) => {
      const look = (): void => {
        const found = this.told.find((message): message is Message<Type> => message.type === type && meant(message as Message<Type>));
        if (!found) return;
        clearTimeout(timer);
        this.waiting.delete(look);
        heard(found);
      };
      const timer = setTimeout(() => failed(new Error(`Not told ${type}; told ${JSON.stringify(this.told)}`)), within);
      this.waiting.add(look);
      look();
    });
  }

  say(message: ClientMessage): void {
    this.raw(JSON.stringify(message));
  }

  raw(data: string | Buffer): void {
    this.socket.send(data);
  }

  /** What became of a request: `done`, a refusal's code, or the code that the socket was closed with. */
  async ask(message: ClientMessage, within = 30_000): Promise<string | number> {
    const id = String((this.asked += 1));
    const before = this.told.length;
    this.say({ ...message, id } as ClientMessage);
    // One wait for all of it: a wait of its own for each answer would hold the process up for as long as it waits in vain.
    const answer = new Promise<string>((heard, failed) => {
      const look = (): void => {
        for (const told of this.told.slice(before)) {
          const isDone = told.type === 'done' && told.id === id;
          const isRefused = told.type === 'refused' && (told.id === id || told.code === 'not-understood');
          if (isDone || isRefused) return settle(() => heard(isDone ? 'done' : (told as Message<'refused'>).code));
        }
      };
      const settle = (how: () => void): void => {
        clearTimeout(timer);
        this.waiting.delete(look);
        how();
      };
      const timer = setTimeout(() => settle(() => failed(new Error(`No answer to ${message.type}; told ${JSON.stringify(this.told)}`))), within);
      this.waiting.add(look);
      void this.closed.then(() => settle(() => undefined));
    });
    return Promise.race([answer, this.closed]);
  }

  close(): void {
    this.socket.close();
  }

  terminate(): void {
    this.socket.terminate();
  }
}
