import { Injectable } from '@nestjs/common';
import { DirectDatabase } from '../platform/database/direct-database.js';
import { Metrics, each, one } from '../platform/http/metrics.js';
import { OPEN } from './as-told.js';

/** What of the mail can be watched from outside. */
@Injectable()
export class MailFigures {
  constructor(metrics: Metrics, database: DirectDatabase) {
    metrics.gauge('foyer_deliveries', 'Mails of the last day, and all that wait, by state.', () =>
      each(database, 'state', 'deliveries', `select status as key, count(*)::float8 as value from notification.delivery where created_at > now() - interval '1 day' or ${OPEN} group by status`));
    metrics.gauge('foyer_deliveries_due', 'Mails that could leave now.', () =>
      one(database, 'due', `select count(*)::float8 as value from notification.delivery where ${OPEN} and next_try_at <= now()`));
    metrics.gauge('foyer_deliveries_oldest_due_seconds', 'How long the oldest of them has waited.', () =>
      one(database, 'oldest-due', `select coalesce(extract(epoch from now() - min(next_try_at)), 0)::float8 as value from notification.delivery where ${OPEN} and next_try_at <= now()`));
  }
}
