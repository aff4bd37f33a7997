import type { Candidate, Direction } from '../../../client/protocol.ts';

/** An interruption that lasts longer than this is not waited out: the connection is made anew. */
const INTERRUPTED_MS = 5_000;
/** Without any way to the gateway a browser may try for ever, without a word. */
const FIRST_WAY_MS = 20_000;

/** What becomes of a connection, each as often as it happens. */
export interface Fate {
  connected(): void;
  broken(): void;
}

/** One RTCPeerConnection with what its two users share: the gateway's candidates in order, and its end. */
export class Peer {
  readonly connection: RTCPeerConnection;
  private readonly early: Candidate[] = [];
  private timer?: ReturnType<typeof setTimeout>;
  private firstWay?: ReturnType<typeof setTimeout>;

  constructor(direction: Direction, iceServers: RTCIceServer[], private readonly fate: Fate) {
    this.connection = new RTCPeerConnection({ iceServers, bundlePolicy: 'max-bundle' });
    // A support aid: in the console, `await foyerConnections.send.getStats()` tells what the network does.
    (window.foyerConnections ??= {})[direction] = this.connection;
    this.connection.onconnectionstatechange = () => {
      clearTimeout(this.timer);
      const { connectionState } = this.connection;
      if (connectionState === 'connected') {
        clearTimeout(this.firstWay);
        fate.connected();
      }
      if (connectionState === 'failed') fate.broken();
      if (connectionState === 'disconnected') this.timer = setTimeout(() => fate.broken(), INTERRUPTED_MS);
    };
  }

  get established(): boolean {
    return this.connection.connectionState === 'connected';
  }

  get broken(): boolean {
    return ['failed', 'closed'].includes(this.connection.connectionState);
  }

  async describe(description: RTCSessionDescriptionInit): Promise<void> {
    await this.connection.setRemoteDescription(description);
    this.firstWay ??= setTimeout(() => this.fate.broken(), FIRST_WAY_MS);
    await this.add(this.early.splice(0));
  }

  /** Candidates may overtake the description that they belong to. */
  async add(candidates: Candidate[]): Promise<void> {
    if (!this.connection.remoteDescription) return void this.early.push(...candidates);
    for (const candidate of candidates) {
      // One that cannot be read is one way less, not the end of the others.
      await this.connection.addIceCandidate(candidate).catch(() => undefined);
    }
  }

  close(): void {
    clearTimeout(this.timer);
    clearTimeout(this.firstWay);
    this.connection.onconnectionstatechange = this.connection.onicecandidate = this.connection.ontrack = null;
    this.connection.close();
  }
}

declare global {
  interface Window {
    foyerConnections?: Partial<Record<Direction, RTCPeerConnection>>;
  }
}
