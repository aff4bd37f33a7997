import { EntityManager, type EntityClass } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Configuration } from '../config/configuration.js';
import { Clock } from '../model/clock.js';
import { InPortions } from './in-portions.js';

const EVERY_MS = 10 * 60_000;

/** Somebody whom a context knows because of one session. */
interface Remembered {
  readonly id: string;
  erase(now: Date): void;
}

/**
 * So many days after a session whoever came to it is forgotten without anyone asking, by the database's clock. Each
 * context says whom it remembers, and how to find those whose time is over.
 */
@Injectable()
export class Retention {
  private readonly overdue: InPortions[] = [];

  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /**
   * @param overdue SQL: the `id` of at most so many (the second parameter) who are not erased yet and whose session was over
   *   more than so many days ago (the first), locked where nobody else has: another instance looks, too
   */
  ofEach<Person extends Remembered>(kind: EntityClass<Person>, overdue: string): void {
    this.overdue.push(new InPortions(new Logger('Retention'), (most) => this.erase(kind, overdue, most)));
  }

  @Interval(EVERY_MS)
  async look(): Promise<void> {
    for (const kind of this.overdue) await kind.look();
  }

  private erase<Person extends Remembered>(kind: EntityClass<Person>, overdue: string, most: number): Promise<number> {
    return this.em.fork().transactional(async (em) => {
      const due = await em.execute<{ id: string }[]>(overdue, [this.configuration.retentionDays, most]);
      const people = await em.find<Remembered>(kind, { id: { $in: due.map(({ id }) => id) } });
      for (const person of people) person.erase(this.clock.now());
      return due.length;
    });
  }
}
