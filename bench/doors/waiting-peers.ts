import { WebSocket } from 'ws';
import type { ServerMessage } from '../../client/protocol.ts';
import { answering } from '../answering.ts';
import { now } from '../measured.ts';
import { selfSigned } from '../peer/certificate.ts';
import { Peer } from '../peer/peer.ts';

/** Many people in one process, with our own signalling and a bare connection each, who wait for the first packet of sound. */
interface Waiting {
  readonly socket: WebSocket;
  peer: Peer;
  connected: boolean;
  toldAt: number;
  refused: string;
}

export type Question =
  | { do: 'arrive'; url: string; slug: string; people: number; offset: number; address: string }
  | { do: 'look' }
  | { do: 'collect' }
  | { do: 'leave' };

export interface Look {
  readonly connected: number;
  readonly hearing: number;
  /** Packets that came before the doors were open: there may be none. */
  readonly early: number;
  readonly refused: readonly string[];
}

const AT_ONCE = 16;
const certificate = selfSigned();
let waiting: Waiting[] = [];

answering(async (question: Question) => {
  if (question.do === 'arrive') return arrive(question);
  if (question.do === 'leave') return leave();
  if (question.do === 'collect') return { heardAt: Float64Array.from(waiting.filter(({ peer }) => peer.packets > 0), ({ peer }) => peer.firstPacketAt) };
  return {
    connected: waiting.filter(({ connected }) => connected).length,
    hearing: waiting.filter(({ peer }) => peer.packets > 0).length,
    early: waiting.reduce((sum, { peer, toldAt }) => sum + (toldAt === 0 ? peer.packets : 0), 0),
    refused: [...new Set(waiting.map(({ refused }) => refused).filter(Boolean))],
  } satisfies Look;
});

async function arrive({ url, slug, people, offset, address }: Extract<Question, { do: 'arrive' }>): Promise<object> {
  let next = 0;
  const one = async (): Promise<void> => {
    for (let number = next++; number < people; number = next++) waiting.push(await join(url, slug, `Guest ${offset + number}`, address));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return {};
}

async function join(url: string, slug: string, name: string, address: string): Promise<Waiting> {
  const response = await fetch(`${url}/api/join`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: JSON.stringify({ slug, name }) });
  if (!response.ok) throw new Error(`Joining: ${response.status} ${await response.text()}`);
  const { ticket } = (await response.json()) as { ticket: string };
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`, { perMessageDeflate: false });
  const here: Waiting = { socket, peer: await Peer.open(address, certificate, now), connected: false, toldAt: 0, refused: '' };
  void here.peer.connected.then(() => (here.connected = true));
  const say = (message: object): void => socket.send(JSON.stringify(message));
  await new Promise((open, failed) => socket.once('open', open).once('error', failed));
  await new Promise<void>((greeted, failed) => {
    socket.once('close', (code) => failed(new Error(`closed ${code}`)));
    socket.on('error', () => undefined);
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as ServerMessage;
      if (message.type === 'state') greeted();
      else if (message.type === 'warm') say({ type: 'receive' });
      else if (message.type === 'offer') say({ type: 'received', sdp: here.peer.answer(message.sdp) });
      else if (message.type === 'refused') here.refused = message.code;
      else if (message.type === 'opened') {
        here.toldAt ||= now();
        if (!here.connected) say({ type: 'receive' }); // the doors were cold
        say({ type: 'entered' });
      }
    });
    say({ type: 'hello', ticket });
  });
  return here;
}

async function leave(): Promise<object> {
  for (const { socket, peer } of waiting) {
    peer.close();
    socket.terminate();
  }
  waiting = [];
  return {};
}
