import type { Logger } from '@nestjs/common';

/**
 * What is found by looking is dealt with in portions, until one is not full; never twice at once in one process. What
 * could not be done (the database is away) the next look finds again.
 */
export class InPortions {
  private looking = false;

  constructor(
    private readonly log: Pick<Logger, 'warn'>,
    /** Deals with at most so many, and says with how many it did. */
    private readonly portion: (most: number) => Promise<number>,
    private readonly most = 100,
  ) {}

  async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      while ((await this.portion(this.most)) === this.most);
    } catch (error) {
      this.log.warn(`Not done yet: ${(error as Error).message}`);
    } finally {
      this.looking = false;
    }
  }
}
