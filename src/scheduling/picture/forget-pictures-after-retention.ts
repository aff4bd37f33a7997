import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Configuration } from '../../platform/config/configuration.js';
import { InPortions } from '../../platform/database/in-portions.js';
import { Session } from '../model/session.js';
import { forgetBytes } from './picture-bytes.js';

const EVERY_MS = 10 * 60_000;

/** Whoever is seen in a session's picture is forgotten with its hosts and speakers: so many days after it, by the database's clock. */
@Injectable()
export class ForgetPicturesAfterRetention {
  private readonly due = new InPortions(new Logger('Retention'), (most) => this.forget(most));

  constructor(
    private readonly em: EntityManager,
    private readonly configuration: Configuration,
  ) {}

  @Interval(EVERY_MS)
  scan(): Promise<void> {
    return this.due.look();
  }

  /** Another instance scans, too: what it holds is its own to forget. */
  private forget(most: number): Promise<number> {
    return this.em.fork().transactional(async (em) => {
      const due = await em.execute<{ id: string }[]>(
        `select session.id from scheduling.picture join scheduling.session on session.id = picture.session_id
          where session.status <> 'live'
            and coalesce(session.ended_at, session.starts_at + make_interval(mins => session.duration_minutes + 60)) < now() - make_interval(days => ?)
          limit ? for update skip locked`,
        [this.configuration.retentionDays, most],
      );
      for (const session of await em.find(Session, { id: { $in: due.map(({ id }) => id) } })) {
        session.forgetPicture();
        await forgetBytes(em, session.id);
      }
      return due.length;
    });
  }
}
