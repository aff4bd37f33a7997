/** Lets what concerns one thing happen one after the other, in the order in which it was asked for. */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  take<Result>(of: string, work: () => Promise<Result>): Promise<Result> {
    const mine = (this.last.get(of) ?? Promise.resolve()).then(work);
    const over = mine.then(
      () => {},
      () => {},
    );
    this.last.set(of, over);
    void over.then(() => {
      if (this.last.get(of) === over) this.last.delete(of);
    });
    return mine;
  }
}
