import { mediaAddress } from '../../embedded/janus.ts';
import { answering } from '../answering.ts';
import { BareJanus } from '../peer/bare-janus.ts';
import { selfSigned } from '../peer/certificate.ts';
import type { Sent } from '../peer/description.ts';
import { Peer } from '../peer/peer.ts';
import { speaks, STREAMS } from '../peer/speaker.ts';

/** In a process of its own, so that nothing but itself holds up what it sends. */
export type Question =
  | { do: 'enter'; url: string; apiSecret: string; adminKey: string; room: string; feed: string }
  /** Sends for so long, and says how many packets it sent. */
  | { do: 'speak'; ms: number };

/** A picture of 25 frames a second, in three packets each, and sound of 50 packets a second: some 0.7 Mbit/s. */
const STEP_MS = 20;
const PICTURE_STEPS = 2;
const PACKETS_IN_A_PICTURE = 3;

const numbers = new Map<number, number>();
let peer: Peer;
let step = 0;

answering(async (question: Question) => {
  if (question.do === 'enter') {
    const { url, apiSecret, adminKey, room, feed } = question;
    const driver = await BareJanus.connect({ url, apiSecret });
    peer = await speaks(driver, { name: room, adminKey, feed }, { address: mediaAddress() ?? '127.0.0.1', certificate: selfSigned() });
    return {};
  }
  let sent = 0;
  const put = (stream: Sent, timestamp: number, bytes: number): void => {
    const number = (numbers.get(stream.ssrc) ?? 0) + 1;
    numbers.set(stream.ssrc, number);
    peer.send(Peer.rtp(stream.kind, stream.ssrc, number, timestamp, Buffer.alloc(bytes, 1)));
    sent++;
  };
  const [sound, picture] = STREAMS as [Sent, Sent];
  await new Promise<void>((done) => {
    const end = performance.now() + question.ms;
    const speaking = setInterval(() => {
      if (performance.now() > end) {
        clearInterval(speaking);
        return done();
      }
      step++;
      put(sound, step * 960, 80);
      if (step % PICTURE_STEPS === 0) for (let one = 0; one < PACKETS_IN_A_PICTURE; one++) put(picture, step * 1_800, 1_000);
    }, STEP_MS);
  });
  return { sent };
});
