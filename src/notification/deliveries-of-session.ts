import { EntityManager } from '@mikro-orm/postgresql';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { UTC } from '../platform/database/utc.js';
import { Invalid } from '../platform/model/refusal.js';
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

/** `lost`: nobody will read it any more, and nobody wanted that. `late`: still on its way, and something has gone wrong already. */
export const TROUBLES = ['lost', 'late'] as const;
export type Trouble = (typeof TROUBLES)[number];

export interface WantedDeliveries {
  /** Registrants, hosts or speakers, by their ids. */
  to?: readonly string[];
  trouble?: Trouble;
  limit: number;
  /** The `next` of the page before. */
  after?: string;
}

export interface Deliveries {
  items: ListedDelivery[];
  /** Where the next page begins; null on the last. */
  next: string | null;
  /** How many are wanted, on all pages. */
  total: number;
}

/** What was or will be mailed about a session, latest first, a page at a time. */
export class DeliveriesOfSession extends Query<Deliveries> {
  constructor(
    readonly sessionId: string,
    readonly by: Principal,
    readonly wanted: WantedDeliveries,
  ) {
    super();
  }
}

const TROUBLE: Record<Trouble, string> = {
  lost: `delivery.status in ('failed', 'bounced', 'expired')`,
  late: `(delivery.status = 'deferred' or (delivery.status = 'queued'
    and (select event from notification.happening where delivery_id = delivery.id order by happening.id desc limit 1) = 'not-reached'))`,
};
const MICROSECONDS = `to_char(delivery.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

@QueryHandler(DeliveriesOfSession)
export class DeliveriesOfSessionHandler implements IQueryHandler<DeliveriesOfSession> {
  constructor(
    private readonly em: EntityManager,
    private readonly queries: QueryBus,
  ) {}

  async execute({ sessionId, by, wanted: { to, trouble, limit, after } }: DeliveriesOfSession): Promise<Deliveries> {
    await sessionFor(this.queries, sessionId, by);
    const behind = after === undefined ? null : behindPlace(after);
    const conditions = ['delivery.session_id = ?', ...(to ? ['delivery.recipient_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))'] : []), ...(trouble ? [TROUBLE[trouble]] : [])];
    const values = [sessionId, ...(to ? [JSON.stringify(to)] : [])];
    const where = conditions.join(' and ');
    const [counted] = await this.em.execute<{ total: number }[]>(`select count(*)::int as total from notification.delivery where ${where}`, values);
    const rows = await this.em.execute<(Omit<ListedDelivery, 'history'> & { history: Happening[] | string | null; place: string })[]>(`
      select delivery.id, kind, case recipient.role when 'attendee' then recipient.id end as "registrationId",
             case when recipient.role <> 'attendee' and recipient.id <> delivery.session_id then recipient.id end as "teammateId", email as recipient,
             delivery.status, reason, bounce, minutes_before as "minutesBefore",
             ${UTC('delivery.created_at')} as "createdAt", ${UTC('sent_at')} as "sentAt", attempts, last_answer as "lastAnswer",
             case when delivery.status in ('queued', 'deferred') then ${UTC('delivery.next_try_at')} end as "nextTryAt",
             (select json_agg(json_build_object('at', ${UTC('at')}, 'event', event, 'answer', answer, 'nextTryAt', ${UTC('happening.next_try_at')}) order by happening.id)
                from notification.happening where delivery_id = delivery.id)::text as history, ${MICROSECONDS} as place
        from notification.delivery join notification.recipient on recipient.id = delivery.recipient_id
       where ${where}${behind ? ' and (delivery.created_at, delivery.id) < (?::timestamptz, ?::uuid)' : ''} order by delivery.created_at desc, delivery.id desc limit ?`, [...values, ...(behind ?? []), limit + 1]);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map(({ history, place: _, ...row }) => ({
        ...row,
        history: [{ at: row.createdAt, event: 'queued', answer: null, nextTryAt: null }, ...((typeof history === 'string' ? JSON.parse(history) : history ?? []) as Happening[])],
      })),
      next: last ? Buffer.from(JSON.stringify([last.place, last.id])).toString('base64url') : null,
      total: counted!.total,
    };
  }
}

const INSTANT = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws Invalid for what is none of ours. */
function behindPlace(after: string): [string, string] {
  try {
    const [place, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[];
    // What JavaScript and PostgreSQL both take for the same instant.
    if (typeof place === 'string' && INSTANT.test(place) && new Date(place).toISOString().startsWith(place.slice(0, 19)) && typeof id === 'string' && UUID.test(id)) return [place, id];
  } catch {
    // not one of ours
  }
  throw Invalid.at('/after', 'cursor', 'Use the `next` of the page before.');
}
