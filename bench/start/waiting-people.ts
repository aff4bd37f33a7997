import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import { answering } from '../answering.ts';
import { now, pause } from '../measured.ts';

/** Many people's browsers in one process: they join, say hello, and wait to be told that the doors are open. */
interface Waiting {
  readonly socket: WebSocket;
  toldAt: number;
  told: number;
}

export type Question =
  /** To the product over HTTP and with a ticket; without a slug to the floor, which asks for nothing. */
  | { do: 'arrive'; url: string; slug?: string; people: number; offset: number }
  | { do: 'collect' }
  | { do: 'leave' };

const AT_ONCE = 32;
const OPENED = Buffer.from('{"type":"opened"');
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
let waiting: Waiting[] = [];

answering(async (question: Question) => {
  if (question.do === 'arrive') return arrive(question);
  if (question.do === 'leave') return leave();
  return { toldAt: Float64Array.from(waiting.filter(({ told }) => told > 0), ({ toldAt }) => toldAt), duplicates: waiting.reduce((sum, { told }) => sum + Math.max(0, told - 1), 0) };
});

async function arrive({ url, slug, people, offset }: Extract<Question, { do: 'arrive' }>): Promise<object> {
  let next = 0;
  const one = async (): Promise<void> => {
    for (let number = next++; number < people; number = next++) waiting.push(await (slug ? join(url, slug, offset + number) : open(url)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return { waiting: waiting.length };
}

async function join(url: string, slug: string, number: number): Promise<Waiting> {
  const { ticket } = JSON.parse(await patiently(() => post(`${url}/api/join`, { slug, name: `Guest ${number}` }))) as { ticket: string };
  const here = await open(`${url}/ws`);
  await new Promise<void>((greeted, failed) => {
    here.socket.on('message', (data) => {
      if (String(data).startsWith('{"type":"state"')) greeted();
    });
    here.socket.once('close', (code, why) => failed(new Error(`closed ${code} ${String(why)}`)));
    here.socket.send(JSON.stringify({ type: 'hello', ticket }));
  });
  here.socket.removeAllListeners('close').removeAllListeners('message');
  listen(here);
  return here;
}

async function open(url: string): Promise<Waiting> {
  const socket = new WebSocket(url.replace('http', 'ws'), { perMessageDeflate: false });
  const here: Waiting = { socket, toldAt: 0, told: 0 };
  listen(here);
  await new Promise((opened, failed) => socket.once('open', opened).once('error', failed));
  socket.on('error', () => undefined);
  return here;
}

function listen(here: Waiting): void {
  here.socket.on('message', (data: Buffer) => {
    const at = now();
    if (data.compare(OPENED, 0, OPENED.length, 0, OPENED.length) !== 0) return;
    here.toldAt ||= at;
    here.told++;
  });
}

/** On a machine that others use, too, a thousand arrivals may find the database busy: asked to come again in a moment, people do. */
async function patiently(ask: () => Promise<string>): Promise<string> {
  for (let times = 1; ; times++) {
    try {
      return await ask();
    } catch (error) {
      if (times === 10 || !(error instanceof Error && error.message.includes(': 503 '))) throw error;
      await pause(2_000);
    }
  }
}

function post(url: string, body: object): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', origin: new URL(url).origin } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => {
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${url}: ${response.statusCode} ${text}`));
      });
    });
    sent.on('error', reject).end(JSON.stringify(body));
  });
}

async function leave(): Promise<object> {
  await Promise.all(waiting.map(({ socket }) => new Promise((gone) => {
    socket.once('close', gone);
    socket.terminate();
  })));
  waiting = [];
  return {};
}
