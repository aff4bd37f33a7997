import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { answering } from '../answering.ts';
import { now } from '../measured.ts';

/** The other floor of *Register*: bare `node:http` and `pg`, the same rows, each in a transaction of its own. */
type Question =
  | { do: 'serve'; databaseUrl: string; text: string; fact: string; connections: number }
  /** The statements alone, without HTTP, where there is no pgbench. */
  | { do: 'statements'; databaseUrl: string; text: string; fact: string; connections: number; seconds: number };

answering(async (question: Question) => {
  const { databaseUrl, text, fact, connections } = question;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections });
  const store = async (email: string, name: string, answers: object): Promise<void> => {
    const token = randomBytes(20);
    const hash = createHash('sha256').update(token.toString('base64url')).digest('hex');
    await pool.query({ name: 'register', text, values: [randomUUID(), email, name, JSON.stringify(answers), hash, randomBytes(60).toString('base64'), fact] });
  };
  if (question.do === 'serve') {
    const server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk)).on('end', () => {
        const { email, name, answers } = JSON.parse(body) as { email: string; name: string; answers: object };
        const answer = (status: number, said: object): void => {
          const text = JSON.stringify(said);
          response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
        };
        store(email, name, answers).then(() => answer(202, { outcome: 'check-your-email' }), (error: Error) => answer(500, { error: error.message }));
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', 4_096, listening));
    return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}` };
  }
  const began = now();
  let rows = 0;
  const until = began + question.seconds * 1_000;
  await Promise.all(Array.from({ length: connections }, async () => {
    while (now() < until) {
      await store(`person-${rows}-${randomUUID()}`, 'Person', { topic: 'Curiosity' });
      rows++;
    }
  }));
  await pool.end();
  return { rows, perSecond: rows / ((now() - began) / 1_000) };
});
