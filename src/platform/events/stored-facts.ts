import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { DomainEventClass } from '../model/domain-event.js';
import { DEAD_LETTERS } from './deliver-events.js';
import { Subscriptions } from './subscriptions.js';

/** The facts that lie in the queue, waiting, being heard, heard or given up. They stay, but can be made to name nobody. */
@Injectable()
export class StoredFacts {
  constructor(
    private readonly em: EntityManager,
    private readonly subscriptions: Subscriptions,
  ) {}

  /**
   * Empties the named texts in all facts of these kinds about one thing, in the caller's transaction. Whoever
   * hears such a fact later knows from its version that it is old. What went wrong with it may quote it: gone, too.
   */
  async blank(events: readonly DomainEventClass[], about: Record<string, string>, texts: readonly string[]): Promise<void> {
    const queues = this.subscriptions.hearing(events).map(({ queue }) => queue);
    await this.em.execute(
      `update pgboss.job set output = null,
              data = jsonb_set(data, '{facts}', (select jsonb_object_agg(key, case when key = any(?::text[]) then '""' else value end) from jsonb_each(data -> 'facts')))
        where name = any(?::text[]) and data -> 'facts' @> ?::jsonb`,
      [`{${texts.join(',')}}`, `{${[...queues, DEAD_LETTERS].join(',')}}`, JSON.stringify(about)],
    );
  }
}
