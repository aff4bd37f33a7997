import type { Candidate, ClientMessage } from '../../../client/protocol.ts';
import type { OwnDevices } from '../../attendee/devices/own-devices.ts';
import { Peer, type Fate } from './peer.ts';
import { Trickle } from './trickle.ts';

interface Way {
  say(message: ClientMessage & { type: 'candidates' }): void;
  ask(message: ClientMessage & { type: 'publish' }): Promise<void>;
}

/** Bits a second and shrinking of the picture, by how many share the stage: small tiles need no large picture. */
export function pictureFor(onStage: number): { maxBitrate: number; scaleResolutionDownBy: number } {
  if (onStage <= 2) return { maxBitrate: 1_500_000, scaleResolutionDownBy: 1 };
  if (onStage <= 4) return { maxBitrate: 900_000, scaleResolutionDownBy: 1 };
  if (onStage <= 9) return { maxBitrate: 450_000, scaleResolutionDownBy: 2 };
  return { maxBitrate: 200_000, scaleResolutionDownBy: 4 };
}

/**
 * The connection that carries this person's sound and picture to the gateway. Both media sections are
 * there from the start, so that a camera turned on later needs no new negotiation.
 */
export class Sending {
  private readonly peer: Peer;
  private readonly trickle: Trickle;
  private readonly audio: RTCRtpSender;
  private readonly video: RTCRtpSender;
  private readonly unwatch: () => void;

  constructor(private readonly way: Way, private readonly devices: OwnDevices, iceServers: RTCIceServer[], onStage: number, fate: Fate) {
    this.peer = new Peer('send', iceServers, fate);
    const { connection } = this.peer;
    this.trickle = new Trickle('send', (message) => way.say(message));
    connection.onicecandidate = ({ candidate }) => this.trickle.add(candidate);
    const own = new MediaStream();
    const audio = connection.addTransceiver('audio', { direction: 'sendonly', streams: [own] });
    const video = connection.addTransceiver('video', { direction: 'sendonly', streams: [own], sendEncodings: [pictureFor(onStage)] });
    // The gateway at hand mishandles retransmission streams, so they are not offered (docs/websocket-protocol.md).
    only(audio, 'audio/opus');
    only(video, 'video/VP8');
    this.audio = audio.sender;
    this.video = video.sender;
    this.carry();
    this.unwatch = devices.store.watch(() => this.carry());
  }

  get established(): boolean {
    return this.peer.established;
  }

  async offer(): Promise<void> {
    await this.peer.connection.setLocalDescription();
    const asked = this.way.ask({ type: 'publish', sdp: this.peer.connection.localDescription!.sdp });
    this.trickle.release();
    await asked;
  }

  answered(sdp: string): Promise<void> {
    return this.peer.describe({ type: 'answer', sdp });
  }

  add(candidates: Candidate[]): Promise<void> {
    return this.peer.add(candidates);
  }

  async fit(onStage: number): Promise<void> {
    const parameters = this.video.getParameters();
    const [encoding] = parameters.encodings;
    const wanted = pictureFor(onStage);
    if (!encoding || encoding.maxBitrate === wanted.maxBitrate) return;
    Object.assign(encoding, wanted);
    await this.video.setParameters(parameters).catch(() => undefined); // closed meanwhile
  }

  stop(): void {
    this.unwatch();
    this.trickle.stop();
    this.peer.close();
  }

  private carry(): void {
    const { camera, microphone } = this.devices.store.get();
    for (const [sender, track] of [[this.audio, microphone.track], [this.video, camera.track]] as const) {
      if (sender.track !== track) void sender.replaceTrack(track).catch(() => undefined); // closed meanwhile
    }
  }
}

function only(transceiver: RTCRtpTransceiver, mimeType: string): void {
  const kind = mimeType.startsWith('audio') ? 'audio' : 'video';
  const codecs = RTCRtpSender.getCapabilities(kind)?.codecs.filter((codec) => codec.mimeType.toLowerCase() === mimeType.toLowerCase());
  if (codecs?.length) transceiver.setCodecPreferences(codecs);
}
