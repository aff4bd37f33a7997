import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Configuration } from '../platform/config/configuration.js';
import { InPortions } from '../platform/database/in-portions.js';
import { Clock } from '../platform/model/clock.js';
import { Registration } from './model/registration.js';

const EVERY_MS = 10 * 60_000;

/** So many days after a session its registrants are forgotten without anyone asking, by the database's clock. */
@Injectable()
export class EraseAfterRetention {
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
        `select registration.id from registration.registration join registration.session on session.session_id = registration.session_id
          where registration.erased_at is null and session.status <> 'live'
            and coalesce(session.over_at, session.ends_at + interval '1 hour') < now() - make_interval(days => ?)
          limit ? for update of registration skip locked`,
        [this.configuration.retentionDays, most],
      );
      const registrations = await em.find(Registration, { id: { $in: due.map(({ id }) => id) } });
      for (const registration of registrations) registration.erase(this.clock.now());
      return due.length;
    });
  }
}
