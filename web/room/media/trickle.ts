import type { Candidate, ClientMessage, Direction } from '../../../client/protocol.ts';

const GATHER_MS = 50;

/** Sends this browser's ICE candidates in batches: one message for those of some 50 ms, not one each. */
export class Trickle {
  private batch: Candidate[] = [];
  private done = false;
  private timer?: ReturnType<typeof setTimeout>;
  private held = true;

  constructor(private readonly direction: Direction, private readonly say: (message: ClientMessage & { type: 'candidates' }) => void) {}

  add(candidate: RTCIceCandidate | null): void {
    if (candidate?.candidate) {
      const { candidate: line, sdpMid, sdpMLineIndex } = candidate;
      this.batch.push({ candidate: line, sdpMid, sdpMLineIndex });
    } else if (!candidate) {
      this.done = true;
    }
    this.soon();
  }

  /** The description has been sent; before it, the gateway would not know what a candidate is for. */
  release(): void {
    this.held = false;
    this.soon();
  }

  stop(): void {
    this.held = true;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private soon(): void {
    if (this.held || this.timer || (!this.batch.length && !this.done)) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.say({ type: 'candidates', direction: this.direction, candidates: this.batch, ...(this.done && { done: true }) });
      this.batch = [];
      this.done = false;
    }, GATHER_MS);
  }
}
