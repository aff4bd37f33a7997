/** So many at one time; whoever comes later waits in line. */
export class Permits {
  private readonly line: (() => void)[] = [];

  constructor(private free: number) {}

  /** Nothing is taken yet. */
  ask(): Permit {
    return new Permit(this);
  }

  /** @internal */
  take(): Promise<void> {
    if (this.free === 0) return new Promise((granted) => this.line.push(granted));
    this.free -= 1;
    return Promise.resolve();
  }

  /** @internal */
  give(): void {
    const next = this.line.shift();
    if (next) next();
    else this.free += 1;
  }
}

/** One of them, taken at most once and given back at most once. */
export class Permit {
  private taking: Promise<void> | null = null;
  private taken = false;

  constructor(private readonly from: Permits) {}

  /** Asked for, and not granted yet. */
  get isWaiting(): boolean {
    return this.taking !== null && !this.taken;
  }

  granted(): Promise<void> {
    this.taking ??= this.from.take().then(() => { this.taken = true; });
    return this.taking;
  }

  /** Whoever does not want it any more still gets their turn, and passes it on at once. */
  giveBack(): void {
    void this.taking?.then(() => this.from.give());
    this.taking = null;
  }
}
