/**
 * Keeps quiet towards a mail server that nobody reaches: after five faults of the way in a row it
 * opens, and lets one mail through every 30 seconds to see.
 */
export class Breaker {
  private faults = 0;
  private probeAt = 0;

  constructor(
    private readonly tolerated = 5,
    private readonly pauseMs = 30_000,
  ) {}

  /** How many mails may be tried at this moment, of as many as there is room for. */
  lets(room: number, now: number): number {
    if (this.faults < this.tolerated) return room;
    return now >= this.probeAt ? Math.min(1, room) : 0;
  }

  get open(): boolean {
    return this.faults >= this.tolerated;
  }

  /** A server has answered something: the way is free. */
  answered(): void {
    this.faults = 0;
  }

  fault(now: number): void {
    this.faults += 1;
    if (this.open) this.probeAt = now + this.pauseMs;
  }
}
