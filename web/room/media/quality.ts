/** How well somebody's sound and picture get through. */
export type Quality = 'good' | 'fair' | 'poor';

/** What was counted of one person since the beginning, and how long an answer takes (s) where that is known. */
export interface Counted {
  received: number;
  lost: number;
  roundTrip?: number;
}

/** Of 100 packets, from how many lost on it can be seen and heard. */
const FAIR_LOSS = 0.03;
const POOR_LOSS = 0.1;
const FAIR_ROUND_TRIP_S = 0.4;
const POOR_ROUND_TRIP_S = 1;
/** Less than this tells nothing: somebody silent with the camera off sends a few packets a second. */
const FEWEST = 20;

/** Levels from one look to the next. Twice in a row the same until it is said: a moment's trouble is nobody's network. */
export class Qualities {
  private readonly before = new Map<string, Counted>();
  private readonly seen = new Map<string, Quality>();
  private readonly said = new Map<string, Quality>();

  look(counted: ReadonlyMap<string, Counted>): Map<string, Quality> {
    for (const one of this.before.keys()) if (!counted.has(one)) this.forget(one);
    for (const [one, now] of counted) {
      const level = levelBetween(this.before.get(one), now);
      this.before.set(one, now);
      if (level === null) continue;
      if (this.seen.get(one) === level) this.said.set(one, level);
      this.seen.set(one, level);
    }
    return new Map(this.said);
  }

  private forget(one: string): void {
    for (const all of [this.before, this.seen, this.said]) all.delete(one);
  }
}

function levelBetween(before: Counted | undefined, now: Counted): Quality | null {
  // Counted anew by a new connection: the next look has something to compare.
  if (!before || now.received < before.received) return null;
  const [received, lost] = [now.received - before.received, Math.max(0, now.lost - before.lost)];
  const slow = now.roundTrip ?? 0;
  if (received + lost < FEWEST) return null;
  const loss = lost / (received + lost);
  if (loss >= POOR_LOSS || slow >= POOR_ROUND_TRIP_S) return 'poor';
  return loss >= FAIR_LOSS || slow >= FAIR_ROUND_TRIP_S ? 'fair' : 'good';
}
