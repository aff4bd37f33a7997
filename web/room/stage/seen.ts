import type { Looked } from '../../../client/protocol.ts';

/** The heights that are asked for: a tile that grows by a finger's breadth asks for nothing new. */
const STEPS = [90, 180, 360, 720, 1080];
/** What comes into sight is asked for at once (gathered for this long); what goes out of sight may come back. */
const SOON_MS = 60;
const LATER_MS = 1_000;

type Key = `${string} ${'camera' | 'screen'}`;

/** Smallest of the usual heights that fills so many points of a screen. */
export function stepFor(points: number): number {
  return STEPS.find((step) => step >= points * 0.9) ?? STEPS.at(-1)!;
}

/**
 * Which pictures are in sight, and how large: scrolled away, on another page or behind another tab, nothing of them
 * need come. Says so whenever it changes.
 */
export class Seen {
  private readonly inSight = new Map<Element, { key: Key; points: number }>();
  private readonly keys = new Map<Element, Key>();
  private readonly watcher: IntersectionObserver;
  private pinned: { key: Key; points: number } | null = null;
  private said = '';
  private timer?: ReturnType<typeof setTimeout>;
  private due = 0;

  constructor(private readonly say: (at: Looked[]) => void) {
    this.watcher = new IntersectionObserver((entries) => this.look(entries), { threshold: [0, 0.05, 0.5] });
    document.addEventListener('visibilitychange', this.turned);
  }

  /** Returns what ends it. */
  watch(element: Element, seatId: string, what: 'camera' | 'screen'): () => void {
    this.keys.set(element, `${seatId} ${what}`);
    this.watcher.observe(element);
    const sizes = new ResizeObserver(() => this.measure(element));
    sizes.observe(element);
    return () => {
      this.watcher.unobserve(element);
      sizes.disconnect();
      this.keys.delete(element);
      this.inSight.delete(element);
      this.later();
    };
  }

  /** Shown in a window of its own, also while this page is hidden. Returns what ends it. */
  pin(seatId: string, what: 'camera' | 'screen', points: number): () => void {
    this.pinned = { key: `${seatId} ${what}`, points };
    this.soon();
    return () => {
      this.pinned = null;
      this.later();
    };
  }

  /** What the server has to know anew: it forgets with the socket, and of what it offers it assumes that all is seen. */
  again(): void {
    this.said = '';
    this.soon();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.watcher.disconnect();
    document.removeEventListener('visibilitychange', this.turned);
  }

  private look(entries: IntersectionObserverEntry[]): void {
    // Behind a panel the stage has no height left: its tiles touch what can be seen, and are not.
    const isSeen = ({ isIntersecting, intersectionRect }: IntersectionObserverEntry) => isIntersecting && intersectionRect.height > 1;
    for (const entry of entries) {
      const key = this.keys.get(entry.target);
      if (isSeen(entry) && key) this.inSight.set(entry.target, { key, points: pointsOf(entry.target) });
      else this.inSight.delete(entry.target);
    }
    if (entries.some(isSeen)) this.soon();
    else this.later();
  }

  private measure(element: Element): void {
    const one = this.inSight.get(element);
    if (!one) return;
    one.points = pointsOf(element);
    this.soon();
  }

  private readonly soon = (): void => this.tell(SOON_MS);
  private readonly later = (): void => this.tell(LATER_MS);
  private readonly turned = (): void => (document.visibilityState === 'visible' ? this.soon() : this.later());

  private tell(within: number): void {
    const due = performance.now() + within;
    if (this.timer !== undefined && this.due <= due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.sayNow();
    }, within);
  }

  private sayNow(): void {
    const heights = new Map<Key, number>();
    const shown = document.visibilityState === 'visible' ? [...this.inSight.values()] : [];
    for (const { key, points } of [...shown, ...(this.pinned ? [this.pinned] : [])]) heights.set(key, Math.max(heights.get(key) ?? 0, stepFor(points)));
    const at = [...heights].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, height]): Looked => {
      const [seatId, what] = key.split(' ') as [string, string];
      return { seatId, height, ...(what === 'screen' && { screen: true as const }) };
    });
    const text = JSON.stringify(at);
    if (text === this.said) return;
    this.said = text;
    this.say(at);
  }
}

function pointsOf(element: Element): number {
  return element.clientHeight * Math.min(2, window.devicePixelRatio || 1);
}
