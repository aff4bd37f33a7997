import type { Candidate, ClientMessage, Kind } from '../../../client/protocol.ts';
import type { OwnDevices } from '../../attendee/devices/own-devices.ts';
import type { Sharing } from './sharing.ts';
import { Peer, type Fate } from './peer.ts';
import type { Counted } from './quality.ts';
import { Trickle } from './trickle.ts';

interface Way {
  say(message: ClientMessage & { type: 'candidates' }): void;
  ask(message: ClientMessage & { type: 'publish' }): Promise<void>;
}

/** Bits a second and shrinking of the picture, by how many share the stage: small tiles need no large picture. */
export function pictureFor(onStage: number): Encoding {
  if (onStage <= 2) return { maxBitrate: 1_500_000, scaleResolutionDownBy: 1 };
  if (onStage <= 4) return { maxBitrate: 900_000, scaleResolutionDownBy: 1 };
  if (onStage <= 9) return { maxBitrate: 450_000, scaleResolutionDownBy: 2 };
  return { maxBitrate: 200_000, scaleResolutionDownBy: 4 };
}

/** The largest height at which anyone shows what is sent, in points; 0 where nobody does. */
export interface Shown {
  camera: number;
  screen: number;
}

/** What a face needs at a height. Where nobody looks a little still flows, so that who comes sees it at once. */
const AT_HEIGHT = [[90, 80_000], [180, 200_000], [360, 500_000], [720, 1_500_000]] as const;

/** A picture for tiles of that height (they are 16:9, and filled). */
export function pictureAt(height: number, track: MediaStreamTrack | null): Encoding {
  const [shown, maxBitrate] = AT_HEIGHT.find(([at]) => at >= height) ?? AT_HEIGHT.at(-1)!;
  return { maxBitrate, scaleResolutionDownBy: shrinking(track, shown) };
}

/** Letters have to be read, also where somebody draws them larger with two fingers: never below half of full HD. */
export function screenAt(height: number, track: MediaStreamTrack | null): Encoding {
  if (height === 0) return { maxBitrate: 150_000, scaleResolutionDownBy: shrinking(track, 360) };
  return { maxBitrate: SCREEN.maxBitrate, scaleResolutionDownBy: shrinking(track, Math.max(540, height)) };
}

type Encoding = Required<Pick<RTCRtpEncodingParameters, 'maxBitrate' | 'scaleResolutionDownBy'>>;

function shrinking(track: MediaStreamTrack | null, shown: number): number {
  const { width = 1280, height = 720 } = track?.getSettings() ?? {};
  return Math.max(1, Math.min(height / shown, width / ((shown * 16) / 9)));
}

async function put(sender: RTCRtpSender, wanted: Encoding): Promise<void> {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings;
  if (!encoding || (encoding.maxBitrate === wanted.maxBitrate && encoding.scaleResolutionDownBy === wanted.scaleResolutionDownBy)) return;
  Object.assign(encoding, wanted);
  await sender.setParameters(parameters).catch(() => undefined); // closed meanwhile, or asked twice at once: the next change comes
}

/** A screen is looked at closely: all its points, and fewer pictures a second where there is no room for both. */
const SCREEN = { maxBitrate: 1_800_000, maxFramerate: 15 };

/**
 * The connection that carries this person's sound and picture to the gateway. Both media sections are
 * there from the start, so that a camera turned on later needs no new negotiation.
 */
export class Sending {
  private readonly peer: Peer;
  private readonly trickle: Trickle;
  private readonly audio: RTCRtpSender;
  private readonly video: RTCRtpSender;
  /** There from the first time on that a screen is shared over this connection; without a track they carry nothing. */
  private screen: { video: RTCRtpSender; audio: RTCRtpSender } | null = null;
  /** One description at a time: the server's answer does not say to which offer it belongs. */
  private turn: Promise<void> = Promise.resolve();
  private taken: Promise<void> = Promise.resolve();
  private stopped = false;
  private readonly unwatch: (() => void)[];

  constructor(private readonly way: Way, private readonly devices: OwnDevices, private readonly sharing: Sharing, iceServers: RTCIceServer[], onStage: number, private readonly fate: Fate) {
    this.peer = new Peer('send', iceServers, fate);
    const { connection } = this.peer;
    this.trickle = new Trickle('send', (message) => way.say(message));
    connection.onicecandidate = ({ candidate }) => this.trickle.add(candidate);
    const own = new MediaStream();
    this.audio = this.section('audio', own);
    this.video = this.section('video', own, pictureFor(onStage));
    this.carry();
    if (sharing.on) this.addScreen();
    this.unwatch = [devices.store.watch(() => this.carry()), sharing.store.watch(() => this.carryScreen())];
  }

  get established(): boolean {
    return this.peer.established;
  }

  offer(): Promise<void> {
    const offered = this.turn.then(async () => {
      if (this.stopped) return;
      await this.peer.connection.setLocalDescription();
      const asked = this.way.ask({ type: 'publish', sdp: this.peer.connection.localDescription!.sdp });
      this.trickle.release();
      await asked;
      await this.taken; // `published` came before `done`
    });
    this.turn = offered.catch(() => undefined);
    return offered;
  }

  answered(sdp: string): Promise<void> {
    this.taken = this.peer.describe({ type: 'answer', sdp });
    return this.taken;
  }

  add(candidates: Candidate[]): Promise<void> {
    return this.peer.add(candidates);
  }

  /** Nothing is sent larger than anybody shows it; until that is told, as large as the company suggests. */
  async fit(onStage: number, seen: Shown | null): Promise<void> {
    await put(this.video, seen ? pictureAt(seen.camera, this.video.track) : pictureFor(onStage));
    if (this.screen && seen) await put(this.screen.video, screenAt(seen.screen, this.screen.video.track));
  }

  /** What the gateway says has reached it, and how long its answers take. */
  async counted(): Promise<Counted | null> {
    const all = [...(await this.peer.connection.getStats()).values()];
    const told = all.filter(({ type }) => type === 'remote-inbound-rtp');
    if (told.length === 0) return null;
    const sent = all.filter(({ type }) => type === 'outbound-rtp').reduce((sum: number, { packetsSent = 0 }) => sum + packetsSent, 0);
    const lost = told.reduce((sum: number, { packetsLost = 0 }) => sum + packetsLost, 0);
    return { received: sent - lost, lost, roundTrip: Math.max(...told.map(({ roundTripTime = 0 }) => roundTripTime)) };
  }

  stop(): void {
    this.stopped = true;
    for (const end of this.unwatch) end();
    this.trickle.stop();
    this.peer.close();
  }

  private carry(): void {
    const { camera, microphone } = this.devices.store.get();
    for (const [sender, track] of [[this.audio, microphone.track], [this.video, camera.track]] as const) {
      if (sender.track !== track) void sender.replaceTrack(track).catch(() => undefined); // closed meanwhile
    }
  }

  /** The screen travels beside the camera, in two sections of its own: the third and the fourth, for ever. */
  private carryScreen(): void {
    if (this.screen) return this.putScreen(this.screen);
    if (!this.sharing.on) return;
    this.addScreen();
    void this.offer().catch(() => this.stopped || this.fate.broken());
  }

  private addScreen(): void {
    const shown = new MediaStream();
    const video = this.section('video', shown, SCREEN);
    this.screen = { video, audio: this.section('audio', shown) };
    this.putScreen(this.screen);
  }

  private putScreen({ video, audio }: { video: RTCRtpSender; audio: RTCRtpSender }): void {
    const now = this.sharing.store.get();
    for (const [sender, track] of [[video, now.video], [audio, now.audio]] as const) {
      if (sender.track !== track) void sender.replaceTrack(track).catch(() => undefined); // closed meanwhile
    }
  }

  private section(kind: Kind, stream: MediaStream, encoding?: RTCRtpEncodingParameters): RTCRtpSender {
    const transceiver = this.peer.connection.addTransceiver(kind, { direction: 'sendonly', streams: [stream], ...(encoding && { sendEncodings: [encoding] }) });
    // The gateway at hand mishandles retransmission streams, so they are not offered (docs/websocket-protocol.md).
    only(transceiver, kind === 'audio' ? 'audio/opus' : 'video/VP8');
    return transceiver.sender;
  }
}

function only(transceiver: RTCRtpTransceiver, mimeType: string): void {
  const kind = mimeType.startsWith('audio') ? 'audio' : 'video';
  const codecs = RTCRtpSender.getCapabilities(kind)?.codecs.filter((codec) => codec.mimeType.toLowerCase() === mimeType.toLowerCase());
  if (codecs?.length) transceiver.setCodecPreferences(codecs);
}
