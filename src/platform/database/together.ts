/**
 * What arrives at the same moment is written by one statement: while one is under way the next gathers. Each
 * caller waits for the statement that holds theirs, and fails with it.
 */
export class Together<Item> {
  private waiting: { item: Item; done: () => void; failed: (error: Error) => void }[] = [];
  private writing = 0;

  constructor(
    private readonly write: (items: readonly Item[]) => Promise<void>,
    private readonly atOnce = 2,
  ) {}

  add(item: Item): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ item, done, failed });
      // after everything else that this turn of the event loop brings
      if (this.waiting.length === 1) setImmediate(() => this.next());
    });
  }

  private next(): void {
    if (this.waiting.length === 0 || this.writing >= this.atOnce) return;
    const batch = this.waiting;
    this.waiting = [];
    this.writing += 1;
    this.write(batch.map(({ item }) => item))
      .then(() => batch.forEach(({ done }) => done()), (error: Error) => batch.forEach(({ failed }) => failed(error)))
      .finally(() => {
        this.writing -= 1;
        this.next();
      });
  }
}
