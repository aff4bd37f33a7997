/** A word of agreement is no speech: so long without a pause until somebody comes to the front (ms). */
const SPEAKS_MS = 1_200;
/** Who is at the front stays there at least this long: a picture that changes more often tires. */
const STAYS_MS = 3_000;

/**
 * Whose picture is large in the speaker view. It changes only when somebody else speaks on while who is shown is
 * silent, so that laughter, a cough or a yes changes nothing.
 */
export class MainSpeaker {
  private current: string | null = null;
  private since = -Infinity;
  private readonly began = new Map<string, number>();

  /** `present`: those who may be shown, in their order. Who was shown and has gone is followed by whoever speaks, or the first. */
  hear(speaking: ReadonlySet<string>, present: readonly string[], now: number): string | null {
    for (const one of this.began.keys()) if (!speaking.has(one)) this.began.delete(one);
    for (const one of speaking) if (!this.began.has(one)) this.began.set(one, now);
    const longest = present.filter((one) => this.began.has(one)).toSorted((a, b) => this.began.get(a)! - this.began.get(b)!)[0];
    if (this.current === null || !present.includes(this.current)) this.show(longest ?? present[0] ?? null, now);
    else if (longest && this.mayFollow(longest, speaking, now)) this.show(longest, now);
    return this.current;
  }

  private mayFollow(other: string, speaking: ReadonlySet<string>, now: number): boolean {
    return other !== this.current && !speaking.has(this.current!) && now - this.began.get(other)! >= SPEAKS_MS && now - this.since >= STAYS_MS;
  }

  private show(one: string | null, now: number): void {
    this.current = one;
    this.since = now;
  }
}
