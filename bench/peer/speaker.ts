import type { BareHandle, BareJanus } from './bare-janus.ts';
import type { Certificate } from './certificate.ts';
import type { Sent } from './description.ts';
import { Peer } from './peer.ts';

export const STREAMS: readonly Sent[] = [{ kind: 'audio', ssrc: 4_242 }, { kind: 'video', ssrc: 2_424 }];

/** Makes a room at a Janus, and somebody in it who sends sound and picture. */
export async function speaks(driver: BareJanus, room: { name: string; adminKey?: string; feed: string }, { address, certificate }: { address: string; certificate: Certificate }): Promise<Peer> {
  const handle: BareHandle = await driver.attach();
  await handle.ask({ request: 'create', room: room.name, ...(room.adminKey && { admin_key: room.adminKey }), publishers: 3, audiocodec: 'opus', videocodec: 'vp8' });
  await handle.ask({ request: 'join', ptype: 'publisher', room: room.name, id: room.feed });
  const peer = await Peer.open(address, certificate, () => performance.now());
  const { jsep } = await handle.ask({ request: 'publish' }, { type: 'offer', sdp: peer.offer(STREAMS) });
  const along = peer.takesAnswer(jsep!.sdp);
  handle.candidates.forEach(along);
  handle.candidate = along;
  await peer.connected;
  return peer;
}
