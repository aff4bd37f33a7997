import { createServer, type Socket } from 'node:net';
import { answering } from './answering.ts';

/** The least of a mail server: takes everything, at once, and counts for whom. */
const received = new Map<string, number>();

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
        for (const to of recipients) received.set(to, (received.get(to) ?? 0) + 1);
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
        socket.write(/^EHLO/i.test(line) ? '250-sink\r\n250 8BITMIME\r\n' : '250 well\r\n');
      }
    }
  });
});

type Question = { do: 'listen' } | { do: 'count'; to: string };

answering(async (question: Question) => {
  if (question.do === 'count') return { mails: received.get(question.to) ?? 0 };
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${address.port}` };
});
