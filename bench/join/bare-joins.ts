import { mediaAddress } from '../../embedded/janus.ts';
import { answering } from '../answering.ts';
import { now } from '../measured.ts';
import { BareJanus } from '../peer/bare-janus.ts';
import { selfSigned } from '../peer/certificate.ts';
import { speaks } from '../peer/speaker.ts';
import { cannedAnswer, inTurns } from './canned-answer.ts';

/** The floor of a cold join: a bare driver of Janus, which attaches a handle, joins and answers, and does nothing else. */
export type Question =
  | { do: 'open'; url: string; apiSecret: string; adminKey: string; room: string }
  | { do: 'join'; joins: number; atOnce: number }
  | { do: 'leave' };

const FEED = 'speaker';
let driver: BareJanus;
let room = '';
let held: { detach(): Promise<unknown> }[] = [];

answering(async (question: Question) => {
  if (question.do === 'open') {
    ({ room } = question);
    driver = await BareJanus.connect(question);
    await speaks(driver, { name: room, adminKey: question.adminKey, feed: FEED }, { address: mediaAddress() ?? '127.0.0.1', certificate: selfSigned() });
    return {};
  }
  if (question.do === 'leave') {
    await Promise.all(held.map((handle) => handle.detach()));
    held = [];
    return {};
  }
  const began = now();
  const times = await inTurns(question.joins, question.atOnce, async () => {
    const handle = await driver.attach();
    held.push(handle);
    const { jsep } = await handle.ask({ request: 'join', ptype: 'subscriber', room, streams: [{ feed: FEED }] });
    await handle.ask({ request: 'start' }, { type: 'answer', sdp: cannedAnswer(jsep!.sdp) });
  });
  return { ...times, tookMs: now() - began };
});
