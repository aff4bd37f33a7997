import type { Kind, ModerationRequest } from '../../../client/protocol.ts';
import type { OwnDevices } from '../../attendee/devices/own-devices.ts';
import { RefusedByServer, type RoomConnection } from '../connection.ts';

const DEVICE = { audio: 'microphone', video: 'camera' } as const;
const KINDS: readonly Kind[] = ['audio', 'video'];

/**
 * Does with this page's camera and microphone what hosts have decided. A courtesy: the gateway lets nothing
 * through anyway. But who is muted sees that they are, and off stage no light burns.
 */
export class Heeding {
  private own = false;
  /** Looking into the mirror before coming on stage. */
  private preparing = false;
  /** What is silenced and was turned off here: turned on again, it is the person's own wish. */
  private readonly heeded = new Set<Kind>();
  private readonly asking = new Set<Kind>();

  constructor(private readonly line: Pick<RoomConnection, 'store' | 'ask'>, private readonly devices: OwnDevices, undo: (() => void)[]) {
    undo.push(line.store.watch(() => this.follow()), devices.store.watch(() => this.follow()));
  }

  async prepare(): Promise<void> {
    this.preparing = true;
    await this.devices.open();
  }

  /** On stage, or not after all. */
  prepared(): void {
    this.preparing = false;
    this.follow();
  }

  /** What this person decides about being on stage, so that what follows is not told as a host's doing. */
  async decide(request: Extract<ModerationRequest, { type: 'take-off-stage' | 'answer-invitation' }>): Promise<void> {
    this.own = true;
    await this.line.ask(request).catch((error: unknown) => {
      this.own = false;
      throw error;
    });
  }

  /** Whether what just changed was decided here; true once for each decision. */
  byOneself(): boolean {
    const { own } = this;
    this.own = false;
    return own;
  }

  private follow(): void {
    const { line, room } = this.line.store.get();
    if (line !== 'open' || !room) return;
    const { place, onStage, silenced } = room.you;
    if (place !== 'room' && place !== 'backstage') return;
    if (!onStage) {
      if (!this.preparing && !this.devices.resting) this.devices.rest();
      return;
    }
    this.preparing = false;
    if (this.devices.resting) void this.devices.open(); // back on it after a reload, say
    for (const kind of KINDS) this.heed(kind, silenced.includes(kind));
  }

  private async unsilence(kind: Kind, device: 'camera' | 'microphone'): Promise<void> {
    this.asking.add(kind);
    const refusal: unknown = await this.line.ask({ type: 'unsilence', kind }).then(() => null, (error: unknown) => error);
    this.asking.delete(kind);
    if (refusal && isUnknown(refusal)) this.follow(); // still wanted, as long as it is on
    else if (refusal) this.devices.silence(device); // held: a host has to allow it first
  }

  private heed(kind: Kind, silenced: boolean): void {
    const device = DEVICE[kind];
    const { on } = this.devices.get(device);
    if (!silenced) this.heeded.delete(kind);
    else if (!this.heeded.has(kind)) {
      this.heeded.add(kind);
      if (on) this.devices.silence(device);
    } else if (on && !this.asking.has(kind)) {
      void this.unsilence(kind, device);
    }
  }
}

/** No answer is no refusal: the line was lost or slow, and it may even be done by now. */
const isUnknown = (error: unknown): boolean => error instanceof RefusedByServer && ['no-answer', 'not-connected'].includes(error.code);
