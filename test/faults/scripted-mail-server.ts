import { createServer, type Server, type Socket } from 'node:net';

/** Where a conversation stands when the script is asked. `answered`: our 250 for the mail is written. */
export type Stage = 'connect' | 'mail' | 'rcpt' | 'data' | 'dot' | 'answered';

/** What to do instead of agreeing: an answer of one's own, silence, or a cut line. */
export type Turn = string | 'hang' | 'drop' | null;

/** A mail whose final dot we have read and did not refuse: its reader has it, whatever its sender learnt. */
export interface Arrival {
  readonly messageId: string;
  readonly to: string;
  readonly at: number;
}

const USUAL: Record<Exclude<Stage, 'answered'>, string> = { connect: '220 scripted', mail: '250 ok', rcpt: '250 ok', data: '354 go on', dot: '250 2.0.0 taken' };

/** A mail server that does as it is told: agrees, refuses, is silent or cuts the line, at any word of a conversation. */
export class ScriptedMailServer {
  readonly arrivals: Arrival[] = [];
  /** Asked at each stage; null agrees. */
  script: (stage: Stage, to: string) => Turn = () => null;
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;
  private port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const server = createServer((socket) => this.converse(socket));
    await new Promise<void>((listening, failed) => server.once('error', failed).listen(this.port, '127.0.0.1', listening));
    this.server = server;
    this.port = (server.address() as { port: number }).port;
  }

  /** Cuts every line and listens no more; `start` opens the same port again. */
  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((closed) => (this.server ? this.server.close(() => closed()) : closed()));
    this.server = null;
  }

  private converse(socket: Socket): void {
    this.sockets.add(socket);
    socket.setEncoding('latin1').on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    let [rest, to, inMail] = ['', '', false];
    const turn = (stage: Exclude<Stage, 'answered'>, before: (agreed: boolean) => void = () => undefined): boolean => {
      const answer = this.script(stage, to) ?? USUAL[stage];
      // cut off or silent after the dot, the mail is there all the same
      before(!/^[45]/.test(answer));
      if (answer === 'drop') socket.destroy();
      else if (answer !== 'hang') socket.write(`${answer}\r\n`);
      return /^[23]/.test(answer);
    };
    turn('connect');
    socket.on('data', (chunk: string) => {
      rest += chunk;
      for (;;) {
        const mark = inMail ? '\r\n.\r\n' : '\r\n';
        const end = rest.indexOf(mark);
        if (end < 0) return;
        const text = rest.slice(0, end);
        rest = rest.slice(end + mark.length);
        if (inMail) {
          inMail = false;
          this.mail(text, to, turn);
        } else if (/^MAIL/i.test(text)) turn('mail');
        else if (/^RCPT/i.test(text)) {
          to = /<([^>]*)>/.exec(text)?.[1] ?? '';
          turn('rcpt');
        } else if (/^DATA/i.test(text)) inMail = turn('data');
        else if (/^QUIT/i.test(text)) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  }

  private mail(text: string, to: string, turn: (stage: 'dot', before: (agreed: boolean) => void) => boolean): void {
    const messageId = /^Message-ID: (\S+)/im.exec(text)?.[1] ?? '';
    const answered = turn('dot', (agreed) => {
      if (agreed) this.arrivals.push({ messageId, to, at: Date.now() });
    });
    if (answered) this.script('answered', to);
  }
}
