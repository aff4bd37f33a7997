interface Waiting<Item, Result> {
  readonly item: Item;
  readonly done: (result: Result) => void;
  readonly failed: (error: Error) => void;
}

/**
 * What arrives at the same moment is written by one statement: while one is under way the next gathers. Each
 * caller waits for the statement that holds theirs, gets what it said of theirs, and fails with it.
 */
export class Together<Item, Result = void> {
  private waiting: Waiting<Item, Result>[] = [];
  private writing = 0;
  private last = { began: -Infinity, many: false };
  private pacing: NodeJS.Timeout | undefined;

  /**
   * @param write must write its rows in one order, whoever asks: two that overlap would wait for each other. What it
   *   returns belongs to the items, in their order
   * @param most so many in one statement: what must be over before the database's patience is
   * @param apartMs where several came together, others are likely to follow: the next statement begins so long (ms) after
   *   the last. Who comes alone never waits
   */
  constructor(
    private readonly write: (items: readonly Item[]) => Promise<[Result] extends [void] ? void : readonly Result[]>,
    private readonly atOnce = 2,
    private readonly most = Infinity,
    private readonly apartMs = 0,
  ) {}

  add(item: Item): Promise<Result> {
    return new Promise((done, failed) => {
      this.waiting.push({ item, done, failed });
      // after everything else that this turn of the event loop brings
      if (this.waiting.length === 1) setImmediate(() => this.next());
    });
  }

  private next(): void {
    if (this.waiting.length === 0 || this.writing >= this.atOnce) return;
    const early = this.last.many ? this.last.began + this.apartMs - performance.now() : 0;
    if (early > 0) {
      this.pacing ??= setTimeout(() => {
        this.pacing = undefined;
        this.next();
      }, early);
      return;
    }
    const batch = this.waiting.splice(0, this.most);
    this.last = { began: performance.now(), many: batch.length > 1 };
    this.writing += 1;
    this.write(batch.map(({ item }) => item))
      .then((results) => batch.forEach(({ done }, index) => done(results?.[index] as Result)), (error: Error) => batch.forEach(({ failed }) => failed(error)))
      .finally(() => {
        this.writing -= 1;
        this.next();
      });
    this.next();
  }
}
