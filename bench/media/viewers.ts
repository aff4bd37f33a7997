import { mediaAddress } from '../../embedded/janus.ts';
import { answering } from '../answering.ts';
import { BareJanus } from '../peer/bare-janus.ts';
import { selfSigned } from '../peer/certificate.ts';
import { Peer } from '../peer/peer.ts';

/** Many who receive, in one process. */
export type Question =
  | { do: 'enter'; url: string; apiSecret: string; room: string; feed: string; viewers: number }
  /** What has come since the last time, by the numbers on the packets. */
  | { do: 'count' };

const AT_ONCE = 4;
const certificate = selfSigned();
const peers: Peer[] = [];
let before = { packets: 0, lost: 0 };

answering(async (question: Question) => {
  if (question.do === 'enter') {
    const { url, apiSecret, room, feed, viewers } = question;
    const driver = await BareJanus.connect({ url, apiSecret });
    let next = 0;
    const one = async (): Promise<void> => {
      while (next++ < viewers) {
        const handle = await driver.attach();
        const { jsep } = await handle.ask({ request: 'join', ptype: 'subscriber', room, streams: [{ feed }] });
        const peer = await Peer.open(mediaAddress() ?? '127.0.0.1', certificate, () => performance.now());
        peers.push(peer);
        await handle.ask({ request: 'start' }, { type: 'answer', sdp: peer.answer(jsep!.sdp) });
        await peer.connected;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    return {};
  }
  const now = { packets: peers.reduce((sum, { packets }) => sum + packets, 0), lost: peers.reduce((sum, { lost }) => sum + lost, 0) };
  const since = { packets: now.packets - before.packets, lost: now.lost - before.lost };
  before = now;
  return since;
});
