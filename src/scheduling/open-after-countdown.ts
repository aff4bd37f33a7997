import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock } from '../platform/model/clock.js';
import { COUNTDOWN_MS } from './events.js';
import { lookAgainWhenOutrun } from './look-again.js';
import { Session } from './model/session.js';

const LOOK_MS = 1_000;
const AT_ONCE = 100;

/**
 * Opens the doors when a countdown has come to one. Whoever took the *Start* counts; a countdown that somebody else
 * took stands in the database, and is counted here, too, from the moment when it is seen: so one whose process was
 * killed opens all the same, and no machine's clock has to be right for it.
 */
@Injectable()
export class OpenAfterCountdown implements OnApplicationShutdown {
  private readonly log = new Logger('Countdown');
  private readonly counting = new Map<string, { until: number; timer: NodeJS.Timeout }>();
  private looking = false;

  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  begin({ id, opensAt }: Pick<Session, 'id' | 'opensAt'>): void {
    if (!opensAt) return;
    const [until, counted] = [opensAt.getTime(), this.counting.get(id)];
    if (counted?.until === until) return;
    // One that was stopped, and begun anew while it was still counted here, is counted from now.
    clearTimeout(counted?.timer);
    this.counting.set(id, { until, timer: setTimeout(() => void this.open(id, opensAt), COUNTDOWN_MS).unref() });
  }

  @Interval(LOOK_MS)
  async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      for (const session of await this.em.fork().find(Session, { opensAt: { $ne: null }, status: 'scheduled' }, { limit: AT_ONCE })) this.begin(session);
    } catch (error) {
      this.log.warn(`Countdowns were not looked for: ${(error as Error).message}`); // the next look finds the same
    } finally {
      this.looking = false;
    }
  }

  onApplicationShutdown(): void {
    for (const { timer } of this.counting.values()) clearTimeout(timer);
  }

  private async open(id: string, opensAt: Date): Promise<void> {
    try {
      await RequestContext.create(this.em, () => lookAgainWhenOutrun(this.em, async () => {
        const session = await this.em.findOne(Session, { id });
        session?.open(opensAt, this.clock.now());
        await this.em.flush();
      }));
    } catch (error) {
      this.log.error(`The doors did not open yet: ${(error as Error).message}`); // it still stands in the database, and is found there
    } finally {
      if (this.counting.get(id)?.until === opensAt.getTime()) this.counting.delete(id);
    }
  }
}
