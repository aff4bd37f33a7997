import type { Candidate, ClientMessage, ReceivedTrack } from '../../../client/protocol.ts';
import { Peer, type Fate } from './peer.ts';
import type { Counted } from './quality.ts';
import { Trickle } from './trickle.ts';

/** What is received of one person. A stream for each kind, so that a still picture never holds up the sound. */
export interface Received {
  audio?: MediaStream;
  video?: MediaStream;
  screen?: MediaStream;
  /** The sound of what is shared. */
  screenAudio?: MediaStream;
}

type Way = (message: Extract<ClientMessage, { type: 'candidates' | 'received' }>) => void;

/** The one connection on which everybody else's sound and picture arrive. The gateway offers, we answer. */
export class Receiving {
  private peer: Peer | null = null;
  private trickle: Trickle | null = null;
  private ufrag = '';
  private early: Candidate[] = [];
  private turn: Promise<void> = Promise.resolve();
  private readonly streams = new Map<string, MediaStream>();

  constructor(
    private readonly say: Way,
    private readonly iceServers: RTCIceServer[],
    private readonly whenChanged: (people: Map<string, Received>) => void,
    private readonly fate: Fate,
  ) {}

  get established(): boolean {
    return this.peer?.established ?? false;
  }

  /** Offers come faster than they can be answered when many enter at once, so each waits its turn. */
  offered(sdp: string, tracks: ReceivedTrack[]): void {
    this.turn = this.turn.then(() => this.take(sdp, tracks)).catch(() => this.fate.broken());
  }

  async add(candidates: Candidate[]): Promise<void> {
    if (this.peer) await this.peer.add(candidates);
    else this.early.push(...candidates);
  }

  /** Loudness from 0 to 1 of everyone who can be heard, as the packets tell it. */
  levels(tracks: Map<string, Received>): Map<string, number> {
    const byTrack = new Map<string, number>();
    for (const receiver of this.peer?.connection.getReceivers() ?? []) {
      if (receiver.track.kind === 'audio') byTrack.set(receiver.track.id, receiver.getSynchronizationSources()[0]?.audioLevel ?? 0);
    }
    return new Map([...tracks].map(([seatId, { audio }]) => [seatId, byTrack.get(audio?.getTracks()[0]?.id ?? '') ?? 0]));
  }

  /** What has come of everyone, and what of it was lost on the way. */
  async counted(people: Map<string, Received>): Promise<Map<string, Counted>> {
    const owner = new Map([...people].flatMap(([seatId, { audio, video }]) => [audio, video].flatMap((stream) => (stream ? [[stream.getTracks()[0]!.id, seatId] as const] : []))));
    const counted = new Map<string, Counted>();
    for (const one of (await this.peer?.connection.getStats())?.values() ?? []) {
      const seatId = one.type === 'inbound-rtp' ? owner.get(one.trackIdentifier) : undefined;
      if (!seatId) continue;
      const { received, lost } = counted.get(seatId) ?? { received: 0, lost: 0 };
      counted.set(seatId, { received: received + (one.packetsReceived ?? 0), lost: lost + (one.packetsLost ?? 0) });
    }
    return counted;
  }

  stop(): void {
    this.trickle?.stop();
    this.peer?.close();
    this.peer = this.trickle = null;
    this.ufrag = '';
    this.early = [];
    this.streams.clear();
    this.whenChanged(new Map());
  }

  private async take(sdp: string, tracks: ReceivedTrack[]): Promise<void> {
    const ufrag = /^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1] ?? '';
    // Another ufrag is another connection at the gateway (Janus never restarts ICE by itself, and its `o=` line
    // changes with each update): what we had is gone there.
    if (this.peer && (ufrag !== this.ufrag || this.peer.broken)) this.stop();
    const peer = (this.peer ??= this.begin());
    this.ufrag = ufrag;
    await peer.describe({ type: 'offer', sdp });
    await peer.add(this.early.splice(0));
    await peer.connection.setLocalDescription();
    if (this.peer !== peer) return; // stopped meanwhile
    this.say({ type: 'received', sdp: peer.connection.localDescription!.sdp });
    this.trickle?.release();
    this.whenChanged(this.assign(peer, tracks));
  }

  private begin(): Peer {
    const peer = new Peer('receive', this.iceServers, this.fate);
    this.trickle = new Trickle('receive', this.say);
    peer.connection.onicecandidate = ({ candidate }) => this.trickle?.add(candidate);
    return peer;
  }

  private assign(peer: Peer, tracks: ReceivedTrack[]): Map<string, Received> {
    const people = new Map<string, Received>();
    for (const transceiver of peer.connection.getTransceivers()) {
      const belongs = tracks.find((one) => one.mid === transceiver.mid);
      if (!belongs || !transceiver.currentDirection?.includes('recv')) continue;
      const { track } = transceiver.receiver;
      // The same track keeps its stream object, so that nobody's picture blinks when somebody else comes.
      const stream = this.streams.get(track.id) ?? new MediaStream([track]);
      this.streams.set(track.id, stream);
      const what: keyof Received = belongs.screen ? (belongs.kind === 'video' ? 'screen' : 'screenAudio') : belongs.kind;
      people.set(belongs.seatId, { ...people.get(belongs.seatId), [what]: stream });
    }
    return people;
  }
}
