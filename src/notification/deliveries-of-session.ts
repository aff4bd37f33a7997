import { EntityManager } from '@mikro-orm/postgresql';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { UTC } from './as-told.js';
import type { Reason } from './ledger.js';
import type { DeliveryStatus, LetterKind } from './model/due-delivery.js';
import { sessionFor } from './session-for.js';

/** One thing that became of a letter. */
export interface Happening {
  at: string;
  event: 'queued' | 'sent' | 'deferred' | 'unknown' | 'not-reached' | 'failed' | 'superseded' | 'expired' | 'delayed' | 'bounced';
  answer: string | null;
  nextTryAt: string | null;
}

/** One letter to one person, as its organizer sees it. */
export interface ListedDelivery {
  id: string;
  kind: LetterKind;
  registrationId: string | null;
  teammateId: string | null;
  recipient: string;
  status: DeliveryStatus;
  reason: Reason | string | null;
  bounce: 'hard' | 'soft' | null;
  minutesBefore: number | null;
  createdAt: string;
  sentAt: string | null;
  attempts: number;
  lastAnswer: string | null;
  nextTryAt: string | null;
  history: Happening[];
}

/** Everything that was or will be mailed about a session, latest first. */
export class DeliveriesOfSession extends Query<ListedDelivery[]> {
  constructor(
    readonly sessionId: string,
    readonly by: Principal,
    readonly limit = 1_000,
  ) {
    super();
  }
}

@QueryHandler(DeliveriesOfSession)
export class DeliveriesOfSessionHandler implements IQueryHandler<DeliveriesOfSession> {
  constructor(
    private readonly em: EntityManager,
    private readonly queries: QueryBus,
  ) {}

  async execute({ sessionId, by, limit }: DeliveriesOfSession): Promise<ListedDelivery[]> {
    await sessionFor(this.queries, sessionId, by);
    const rows = await this.em.execute<(Omit<ListedDelivery, 'history'> & { history: Happening[] | string | null })[]>(`
      select delivery.id, kind, case recipient.role when 'attendee' then recipient.id end as "registrationId",
             case when recipient.role <> 'attendee' and recipient.id <> delivery.session_id then recipient.id end as "teammateId", email as recipient,
             delivery.status, reason, bounce, minutes_before as "minutesBefore",
             ${UTC('delivery.created_at')} as "createdAt", ${UTC('sent_at')} as "sentAt", attempts, last_answer as "lastAnswer",
             case when delivery.status in ('queued', 'deferred') then ${UTC('delivery.next_try_at')} end as "nextTryAt",
             (select json_agg(json_build_object('at', ${UTC('at')}, 'event', event, 'answer', answer, 'nextTryAt', ${UTC('happening.next_try_at')}) order by happening.id)
                from notification.happening where delivery_id = delivery.id)::text as history
        from notification.delivery join notification.recipient on recipient.id = delivery.recipient_id
       where delivery.session_id = ? order by delivery.created_at desc, delivery.id limit ?`, [sessionId, limit]);
    return rows.map(({ history, ...row }) => ({
      ...row,
      history: [{ at: row.createdAt, event: 'queued', answer: null, nextTryAt: null }, ...((typeof history === 'string' ? JSON.parse(history) : history ?? []) as Happening[])],
    }));
  }
}
