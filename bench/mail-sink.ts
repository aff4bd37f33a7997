import { createServer, type Socket } from 'node:net';
import { answering } from './answering.ts';
import { judge, linkIn, type Expected } from './mail/as-received.ts';
import { now } from './measured.ts';

/** The least of a mail server: takes everything, at once, and counts for whom. Asked to, it keeps what it takes. */
const received = new Map<string, number>();
let kept: { to: string; mail: string; at: number }[] | null = null;

const server = createServer((socket: Socket) => {
  let pending = '';
  let recipients: string[] = [];
  let inLetter = false;
  socket.setNoDelay(true).setEncoding('latin1').on('error', () => undefined);
  socket.write('220 sink\r\n');
  socket.on('data', (chunk: string) => {
    pending += chunk;
    for (;;) {
      const mark = inLetter ? '\r\n.\r\n' : '\r\n';
      const end = pending.indexOf(mark);
      if (end < 0) return;
      const line = pending.slice(0, end);
      pending = pending.slice(end + mark.length);
      if (inLetter) {
        inLetter = false;
        const at = now();
        for (const to of recipients) {
          received.set(to, (received.get(to) ?? 0) + 1);
          kept?.push({ to, mail: line, at });
        }
        recipients = [];
        socket.write('250 taken\r\n');
      } else if (/^DATA/i.test(line)) {
        inLetter = true;
        socket.write('354 go on\r\n');
      } else if (/^QUIT/i.test(line)) {
        socket.end('221 bye\r\n');
      } else {
        const to = /^RCPT TO:<([^>]*)>/i.exec(line)?.[1];
        if (to) recipients.push(to);
        socket.write(/^EHLO/i.test(line) ? '250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n' : '250 well\r\n');
      }
    }
  });
});

export type Question =
  | { do: 'listen' }
  | { do: 'count'; to: string }
  /** From now on mails are kept, and those kept before are forgotten. */
  | { do: 'keep' }
  /** How many have come since, the first and the last when. */
  | { do: 'kept' }
  /** One of them, as it came. */
  | { do: 'one'; to: string }
  /** By address, the end of the link in their mail. */
  | { do: 'links' }
  /** Are they those that were expected, each once, whole and its reader's own? */
  | { do: 'judge'; expected: Expected };

answering(async (question: Question) => {
  switch (question.do) {
    case 'count':
      return { mails: received.get(question.to) ?? 0 };
    case 'keep':
      kept = [];
      return {};
    case 'kept':
      return { mails: kept?.length ?? 0, first: kept?.[0]?.at ?? NaN, last: kept?.at(-1)?.at ?? NaN };
    case 'one':
      return { mail: kept?.find(({ to }) => to === question.to)?.mail ?? '' };
    case 'links':
      return { links: new Map(kept?.map(({ to, mail }) => [to, linkIn(mail)])) };
    case 'judge':
      return judge(kept ?? [], question.expected);
    case 'listen': {
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', 4_096, listening));
      const address = server.address() as { port: number };
      return { url: `smtp://127.0.0.1:${address.port}` };
    }
  }
});
