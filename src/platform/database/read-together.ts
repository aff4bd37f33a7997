/**
 * A thousand who ask for the same thing at the same moment share a few reads of it. Whoever asks while one is under
 * way shares the next: everybody gets what was read after they asked, as if each had read it alone.
 */
export class ReadTogether<Value> {
  private readonly running = new Map<string, Promise<Value>>();
  private readonly next = new Map<string, Promise<Value>>();

  /** @param read must not depend on who asks: it runs once for all who gave the same `key`, and all get the same object */
  of(key: string, read: () => Promise<Value>): Promise<Value> {
    const running = this.running.get(key);
    if (!running) return this.begin(key, read);
    const waiting = this.next.get(key);
    if (waiting) return waiting;
    const begin = (): Promise<Value> => {
      this.next.delete(key);
      return this.begin(key, read);
    };
    const next = running.then(begin, begin);
    this.next.set(key, next);
    return next;
  }

  private begin(key: string, read: () => Promise<Value>): Promise<Value> {
    const reading = read().finally(() => {
      if (this.running.get(key) === reading) this.running.delete(key);
    });
    this.running.set(key, reading);
    return reading;
  }
}
