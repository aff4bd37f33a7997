import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock } from '../platform/model/clock.js';
import { Session } from './model/session.js';

const AGAIN_MS = 5 * 60_000;
const AT_ONCE = 200;

/**
 * A session is planned by the clock on the wall, and its instant was computed by the zone's rules as they were then.
 * Governments change them, at times with a few weeks' notice. A process knows one set of rules all its life, those
 * of its Node: so each looks once, when it starts. Where an older one still runs beside it during a deploy, it
 * does not look again.
 */
@Injectable()
export class FollowZoneRules implements OnApplicationBootstrap {
  private readonly log = new Logger('ZoneRules');
  private done = false;
  private looking = false;

  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    void this.lookUntilDone();
  }

  @Interval(AGAIN_MS)
  async lookUntilDone(): Promise<void> {
    if (this.done || this.looking) return;
    this.looking = true;
    try {
      await this.look();
      this.done = true;
    } catch (error) {
      // the database is away, or a session was saved meanwhile; the next look finds the same
      this.log.warn(`Not looked through: ${(error as Error).message}`);
    } finally {
      this.looking = false;
    }
  }

  /** Every session that is to come, in order of their ids, a few at a time. */
  async look(): Promise<void> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const em = this.em.fork();
      const some = await em.find(Session, { id: { $gt: after }, status: 'scheduled', startsAt: { $gt: this.clock.now() } }, { orderBy: { id: 'asc' }, limit: AT_ONCE });
      for (const session of some) session.followZoneRules(this.clock.now());
      await em.flush();
      if (some.length < AT_ONCE) return;
      after = some.at(-1)!.id;
    }
  }
}
