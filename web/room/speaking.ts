import { loudnessOf, type Loudness } from '../attendee/devices/loudness.ts';
import type { OwnDevices } from '../attendee/devices/own-devices.ts';
import { Store } from '../attendee/store.ts';

const LOOK_MS = 250;
const LOUD = 0.02;
const OWN_LOUD = 0.3;
/** A pause for breath does not put the light out. */
const LASTS_MS = 900;
export const SELF = 'self';

/** Who speaks now, by seat; oneself under `SELF`. Looked at four times a second and only while the page is seen. */
export class Speaking {
  readonly store = new Store<ReadonlySet<string>>(new Set());
  private readonly until = new Map<string, number>();
  private readonly timer: ReturnType<typeof setInterval>;
  private own: { track: MediaStreamTrack; loudness: Loudness } | null = null;

  constructor(private readonly levels: () => Map<string, number>, private readonly devices: OwnDevices | null) {
    this.timer = setInterval(() => document.visibilityState === 'visible' && this.look(), LOOK_MS);
  }

  stop(): void {
    clearInterval(this.timer);
    this.own?.loudness.stop();
    this.own = null;
  }

  private look(): void {
    const now = performance.now();
    for (const [seatId, level] of this.levels()) if (level > LOUD) this.until.set(seatId, now + LASTS_MS);
    if (this.ownLevel() > OWN_LOUD) this.until.set(SELF, now + LASTS_MS);
    for (const [seatId, end] of this.until) if (end < now) this.until.delete(seatId);
    const before = this.store.get();
    if (before.size !== this.until.size || [...this.until.keys()].some((one) => !before.has(one))) this.store.set(new Set(this.until.keys()));
  }

  private ownLevel(): number {
    const track = this.devices?.get('microphone').track ?? null;
    if (track !== (this.own?.track ?? null)) {
      this.own?.loudness.stop();
      this.own = track && { track, loudness: loudnessOf(track) };
    }
    return this.own?.loudness.now() ?? 0;
  }
}
