import { WebSocket } from 'ws';
import type { ServerMessage } from '../../client/protocol.ts';
import { until } from '../measured.ts';
import type { Organizer } from '../organizer.ts';
import { selfSigned } from './certificate.ts';
import type { Sent } from './description.ts';
import { Peer } from './peer.ts';

/** As an open microphone speaks: 50 packets a second. */
const PACKET_MS = 20;
const SAMPLES = 960;
const SOUND: Sent = { kind: 'audio', ssrc: 4_242 };

/** A host without a browser: backstage, with the microphone on and a hand on *Start*. */
export class BareHost {
  private readonly socket: WebSocket;
  private readonly peer: Peer;
  private readonly speaking: NodeJS.Timeout;

  private constructor(socket: WebSocket, peer: Peer) {
    [this.socket, this.peer] = [socket, peer];
    let number = 0;
    this.speaking = setInterval(() => peer.send(Peer.rtp('audio', SOUND.ssrc, ++number, number * SAMPLES, Buffer.alloc(80, number))), PACKET_MS);
  }

  static async enters(organizer: Organizer, origin: string, sessionId: string, address: string, streams: readonly Sent[] = [SOUND]): Promise<BareHost> {
    const { ticket } = await organizer.post<{ ticket: string }>(`/api/sessions/${sessionId}/enter`, {});
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/ws`, { perMessageDeflate: false });
    const peer = await Peer.open(address, selfSigned(), () => performance.now());
    const say = (message: object): void => socket.send(JSON.stringify(message));
    const early: string[] = [];
    let along: ((candidate: string) => void) | undefined;
    let [seated, connected, refused] = [false, false, ''];
    void peer.connected.then(() => (connected = true));
    socket.on('error', () => undefined);
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as ServerMessage;
      if (message.type === 'state' && !seated) {
        seated = true;
        say({ type: 'devices', microphone: true, camera: streams.some(({ kind }) => kind === 'video') });
        say({ type: 'publish', sdp: peer.offer(streams) });
      }
      if (message.type === 'published') {
        along = peer.takesAnswer(message.sdp);
        early.forEach(along);
      }
      if (message.type === 'candidates') for (const { candidate } of message.candidates) (along ?? ((one: string) => early.push(one)))(candidate);
      if (message.type === 'refused') refused = message.code;
    });
    await new Promise((open, failed) => socket.once('open', open).once('error', failed));
    say({ type: 'hello', ticket });
    await until('the host sends', () => {
      if (refused) throw new Error(`The host was refused: ${refused}`);
      return connected;
    }, 15_000);
    return new BareHost(socket, peer);
  }

  starts(): void {
    this.socket.send('{"type":"start"}');
  }

  leaves(): void {
    clearInterval(this.speaking);
    this.peer.close();
    this.socket.terminate();
  }
}
