import { Store } from '../../attendee/store.ts';
import { Qualities, type Counted, type Quality } from '../media/quality.ts';

const LOOK_MS = 3_000;

/** How well everyone's sound and picture get through, by seat. Looked at only while the page is seen. */
export class Network {
  readonly store = new Store<ReadonlyMap<string, Quality>>(new Map());
  private readonly qualities = new Qualities();
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(private readonly count: () => Promise<Map<string, Counted>>) {
    this.timer = setInterval(() => document.visibilityState === 'visible' && void this.look(), LOOK_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const counted = await this.count().catch(() => null); // the connection ended meanwhile
    if (!counted) return;
    const now = this.qualities.look(counted);
    const before = this.store.get();
    if (now.size !== before.size || [...now].some(([one, quality]) => before.get(one) !== quality)) this.store.set(now);
  }
}
