/**
 * A thousand who ask for the same thing at the same moment share a few reads of it. Whoever asks while one is under
 * way shares the next: everybody gets what was read after they asked, as if each had read it alone.
 */
export class ReadTogether<Value> {
  private readonly running = new Map<string, Promise<Value>>();
  private readonly next = new Map<string, { sharers: number; value: Promise<Value> }>();

  /** @param apartMs where several share a read others are likely to follow, and it waits so long (ms) for them. Who asks alone never waits */
  constructor(private readonly apartMs = 0) {}

  /** @param read must not depend on who asks: it runs once for all who gave the same `key`, and all get the same object */
  of(key: string, read: () => Promise<Value>): Promise<Value> {
    const waiting = this.next.get(key);
    if (waiting) {
      waiting.sharers += 1;
      return waiting.value;
    }
    const running = this.running.get(key);
    return running ? this.after(running, key, read) : this.begin(key, read);
  }

  private after(running: Promise<Value>, key: string, read: () => Promise<Value>): Promise<Value> {
    const begin = (): Promise<Value> => {
      this.next.delete(key);
      return this.begin(key, read);
    };
    const soon = (): Promise<Value> => (next.sharers > 1 && this.apartMs > 0 ? new Promise<void>((later) => setTimeout(later, this.apartMs)).then(begin) : begin());
    const next = { sharers: 1, value: running.then(soon, soon) };
    this.next.set(key, next);
    return next.value;
  }

  private begin(key: string, read: () => Promise<Value>): Promise<Value> {
    const reading = read().finally(() => {
      if (this.running.get(key) === reading) this.running.delete(key);
    });
    this.running.set(key, reading);
    return reading;
  }
}
