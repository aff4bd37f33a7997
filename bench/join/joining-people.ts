import { WebSocket } from 'ws';
import type { ServerMessage } from '../../client/protocol.ts';
import { answering } from '../answering.ts';
import { now, pause } from '../measured.ts';
import { cannedAnswer, inTurns } from './canned-answer.ts';

/** People in the room, with a socket each, who have not asked to receive yet. */
export type Question =
  | { do: 'enter'; url: string; slug: string; people: number }
  | { do: 'join'; joins: number; atOnce: number }
  | { do: 'leave' };

interface Seated {
  readonly socket: WebSocket;
  /** Hears what is said to this seat. */
  hear: (message: ServerMessage) => void;
}

const ENTER_AT_ONCE = 8;
const PATIENCE_MS = 20_000;
let seated: Seated[] = [];

answering(async (question: Question) => {
  if (question.do === 'enter') {
    const { failed } = await inTurns(question.people, ENTER_AT_ONCE, (number) => enter(question, `Guest ${number}`));
    if (failed[0]) throw new Error(failed[0]);
    return {};
  }
  if (question.do === 'leave') {
    for (const { socket } of seated) socket.send('{"type":"leave"}');
    await pause(500);
    for (const { socket } of seated) socket.terminate();
    seated = [];
    return {};
  }
  const began = now();
  const joined = await inTurns(question.joins, question.atOnce, (number) => receives(seated[number]!));
  return { ...joined, tookMs: now() - began };
});

async function enter({ url, slug }: { url: string; slug: string }, name: string): Promise<void> {
  const response = await fetch(`${url}/api/join`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: JSON.stringify({ slug, name }) });
  if (!response.ok) throw new Error(`Joining: ${response.status} ${await response.text()}`);
  const { ticket } = (await response.json()) as { ticket: string };
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`, { perMessageDeflate: false });
  const here: Seated = { socket, hear: () => undefined };
  await new Promise((open, failed) => socket.once('open', open).once('error', failed));
  await new Promise<void>((greeted, failed) => {
    here.hear = ({ type }) => { if (type === 'state') greeted(); };
    socket.on('error', () => undefined).once('close', (code) => failed(new Error(`closed ${code}`)));
    socket.on('message', (data) => here.hear(JSON.parse(String(data)) as ServerMessage));
    socket.send(JSON.stringify({ type: 'hello', ticket }));
  });
  seated.push(here);
}

/** From the question for sound and picture until the answer to the offer has been taken. */
function receives(here: Seated): Promise<void> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error('nothing came')), PATIENCE_MS);
    const over = (error?: Error): void => {
      clearTimeout(timer);
      here.hear = () => undefined;
      if (error) failed(error);
      else done();
    };
    here.hear = (message) => {
      if (message.type === 'offer') here.socket.send(JSON.stringify({ type: 'received', id: 'answer', sdp: cannedAnswer(message.sdp) }));
      if (message.type === 'done' && message.id === 'answer') over();
      if (message.type === 'refused') over(new Error(message.code));
    };
    here.socket.send('{"type":"receive"}');
  });
}
