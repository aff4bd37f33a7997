import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A network between browsers and the product: while it is cut, nothing passes and nobody is told, as when somebody
 * walks out of the Wi-Fi. What was open then is dead for good; whoever connects meanwhile waits.
 */
export class BlackHole {
  private readonly server: Server;
  private readonly lines = new Set<{ outer: Socket; inner: Socket | null }>();
  private cutOff = false;
  private port = 0;

  constructor(target: number) {
    this.server = createServer({ noDelay: true }, (outer) => {
      const line: { outer: Socket; inner: Socket | null } = { outer, inner: null };
      this.lines.add(line);
      outer.on('error', () => undefined);
      outer.on('close', () => {
        this.lines.delete(line);
        if (!this.cutOff) line.inner?.destroy();
      });
      if (this.cutOff) return; // a SYN that nobody answers
      const inner = connect({ port: target, host: '127.0.0.1', noDelay: true });
      line.inner = inner;
      inner.on('error', () => outer.destroy()).on('close', () => { if (line.inner === inner) outer.destroy(); });
      outer.pipe(inner, { end: false });
      inner.pipe(outer, { end: false });
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async listens(): Promise<this> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', 4_096, listening));
    this.port = (this.server.address() as { port: number }).port;
    return this;
  }

  /** From now on no byte passes, in neither direction, and no end of a connection either. */
  cut(): void {
    this.cutOff = true;
    for (const line of this.lines) {
      const { outer, inner } = line;
      outer.unpipe();
      inner?.unpipe();
      outer.resume(); // read, and lost
      inner?.resume();
      line.inner = null;
      // the server's end stays open, and silent, until the server itself finds it out
      inner?.removeAllListeners('close').on('close', () => undefined);
    }
  }

  /** What is opened from now on works. */
  heal(): void {
    this.cutOff = false;
  }

  async stop(): Promise<void> {
    for (const { outer, inner } of this.lines) {
      outer.destroy();
      inner?.destroy();
    }
    await new Promise((closed) => this.server.close(closed));
  }
}
