import { EntityManager } from '@mikro-orm/postgresql';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { NotFound } from '../platform/model/refusal.js';
import { SessionAsPlanned } from '../scheduling/events.js';
import type { DeliveryStatus, LetterKind } from './model/due-delivery.js';

/** One letter to one person, as its organizer sees it. */
export interface ListedDelivery {
  id: string;
  kind: LetterKind;
  recipient: string;
  status: DeliveryStatus;
  createdAt: string;
  sentAt: string | null;
  attempts: number;
  lastAnswer: string | null;
  nextTryAt: string | null;
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

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const UTC = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

@QueryHandler(DeliveriesOfSession)
export class DeliveriesOfSessionHandler implements IQueryHandler<DeliveriesOfSession> {
  constructor(
    private readonly em: EntityManager,
    private readonly queries: QueryBus,
  ) {}

  async execute({ sessionId, by, limit }: DeliveriesOfSession): Promise<ListedDelivery[]> {
    // Notification's copy may lag behind, or be gone: whose it is, Scheduling says
    const session = UUID.test(sessionId) ? await this.queries.execute(new SessionAsPlanned({ sessionId })) : null;
    if (session?.workspaceId !== by.workspaceId) throw new NotFound('session');
    return this.em.execute<ListedDelivery[]>(`
      select delivery.id, kind, email as recipient, delivery.status, ${UTC('delivery.created_at')} as "createdAt", ${UTC('sent_at')} as "sentAt",
             attempts, last_answer as "lastAnswer",
             case when delivery.status in ('queued', 'deferred') then ${UTC('next_try_at')} end as "nextTryAt"
        from notification.delivery join notification.recipient on recipient.id = delivery.recipient_id
       where delivery.session_id = ? order by delivery.created_at desc, delivery.id limit ?`, [sessionId, limit]);
  }
}
