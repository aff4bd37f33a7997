/** What each page of the desk asks of the database, and nothing else: no one is signed in, nothing is shaped, nothing is told in HTTP. */

const INSTANT = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const REGISTRANT = `id, email, name, answers, status, time_zone, locale, link_asked_at, version, registered_at`;
const NAME = `lower(name collate "und-x-icu")`;
const COUNTED = 'select status, count(*)::int as people from registration.registration where session_id = $1 and erased_at is null';

export interface Bare {
  readonly rows: string;
  readonly values: readonly unknown[];
  /** Beside the rows, how many there are by status, of those that were searched for. */
  readonly counts?: string;
  readonly countValues?: readonly unknown[];
}

const registrants = (sessionId: string, where: string, order: string, values: readonly unknown[], counted = '', countValues: readonly unknown[] = []): Bare => ({
  rows: `select ${REGISTRANT} from registration.registration where session_id = $1 and erased_at is null ${where} order by ${order} limit 101`,
  values: [sessionId, ...values],
  counts: `${COUNTED} ${counted} group by status`,
  countValues: [sessionId, ...countValues],
});

export const bareSql = {
  sessions: (workspaceId: string, soon: Date): Bare => ({
    rows: `select * from scheduling.session where workspace_id = $1 and status = 'scheduled' and starts_at > $2 order by starts_at limit 200`, values: [workspaceId, soon],
  }),
  firstPage: (sessionId: string): Bare => registrants(sessionId, '', 'registered_at, id', []),
  byName: (sessionId: string): Bare => registrants(sessionId, '', `${NAME} desc, id desc`, []),
  behind: (sessionId: string, registeredAt: string, id: string): Bare => registrants(sessionId, 'and (registered_at, id) > ($2::timestamptz, $3::uuid)', 'registered_at, id', [registeredAt, id]),
  ofStatus: (sessionId: string, status: string): Bare => registrants(sessionId, 'and status = $2', 'registered_at, id', [status]),
  search: (sessionId: string, word: string): Bare => {
    const found = `and (strpos(email_key, $2) > 0 or strpos(${NAME}, $2) > 0)`;
    return registrants(sessionId, found, 'registered_at, id', [word], found, [word]);
  },
  everybody: (sessionId: string): Bare => ({
    rows: `select ${REGISTRANT} from registration.registration where session_id = $1 and erased_at is null order by registered_at, id`, values: [sessionId],
  }),
  deliveries: (sessionId: string): Bare => ({
    rows: `
      select delivery.id, kind, recipient.id as recipient_id, recipient.role, email, delivery.status, reason, bounce, minutes_before,
             ${INSTANT('delivery.created_at')} as created_at, ${INSTANT('sent_at')} as sent_at, attempts, last_answer, ${INSTANT('delivery.next_try_at')} as next_try_at,
             (select json_agg(json_build_object('at', ${INSTANT('at')}, 'event', event, 'answer', answer) order by happening.id) from notification.happening where delivery_id = delivery.id) as history
        from notification.delivery join notification.recipient on recipient.id = delivery.recipient_id
       where delivery.session_id = $1 order by delivery.created_at desc, delivery.id limit 1000`, values: [sessionId],
  }),
};
