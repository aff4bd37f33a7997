import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Configuration } from '../../platform/config/configuration.js';
import { InPortions } from '../../platform/database/in-portions.js';
import { Clock } from '../../platform/model/clock.js';
import { Teammate } from '../model/teammate.js';

const EVERY_MS = 10 * 60_000;

/** So many days after a session its hosts and speakers are forgotten as its registrants are, by the database's clock. */
@Injectable()
export class EraseTeamAfterRetention {
  private readonly due = new InPortions(new Logger('Retention'), (most) => this.erase(most));

  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  @Interval(EVERY_MS)
  scan(): Promise<void> {
    return this.due.look();
  }

  /** Another instance scans, too: what it holds is its own to erase. */
  private erase(most: number): Promise<number> {
    return this.em.fork().transactional(async (em) => {
      const due = await em.execute<{ id: string }[]>(
        `select teammate.id from scheduling.teammate join scheduling.session on session.id = teammate.session_id
          where teammate.erased_at is null and session.status <> 'live'
            and coalesce(session.ended_at, session.starts_at + make_interval(mins => session.duration_minutes + 60)) < now() - make_interval(days => ?)
          limit ? for update of teammate skip locked`,
        [this.configuration.retentionDays, most],
      );
      const team = await em.find(Teammate, { id: { $in: due.map(({ id }) => id) } });
      for (const teammate of team) teammate.erase(this.clock.now());
      return due.length;
    });
  }
}
