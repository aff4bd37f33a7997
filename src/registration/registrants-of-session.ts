import { EntityManager } from '@mikro-orm/postgresql';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { sameAddressKey } from '../platform/model/address.js';
import { Invalid } from '../platform/model/refusal.js';
import type { FormField } from '../scheduling/events.js';
import type { Answers, RegistrationStatus } from './events.js';
import { SessionCopies } from './copy-sessions.js';

export const ORDERS = ['registered', '-registered', 'name', '-name'] as const;
export type Order = (typeof ORDERS)[number];

export interface Wanted {
  /** Words, each of which occurs in the name or the address. */
  search?: string;
  status?: RegistrationStatus;
  /** The key of a question; those are wanted who have answered it. */
  question?: string;
  /** What they have answered: an option as it stands, `true` or `false` for a checkbox, words that occur in a text. */
  answer?: string;
}

export interface Page extends Wanted {
  limit: number;
  sort: Order;
  /** The `next` of the page before. */
  after?: string;
}

export interface Registrants {
  items: { id: string; email: string; name: string; answers: Answers; status: RegistrationStatus; offeredUntil: string | null; timeZone: string; locale: string; registeredAt: string; linkAskedAt: string; version: number }[];
  /** Where the next page begins; null on the last. */
  next: string | null;
  total: number;
  byStatus: Record<string, number>;
}

/** Who registered for one of the organizer's own sessions: searched, filtered, in order, a page at a time. */
export class RegistrantsOfSession extends Query<Registrants> {
  constructor(
    readonly sessionId: string,
    readonly by: Principal,
    readonly page: Page,
  ) {
    super();
  }
}

interface Row { id: string; email: string; name: string; answers: Answers; status: RegistrationStatus; offered_until: Date | null; time_zone: string; locale: string; registered_in_utc: string; link_asked_at: Date; version: number; place: string }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const IN_MICROSECONDS = `to_char(registered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const NAME_KEY = `lower(name collate "und-x-icu")`;

/** What each order goes by, with an index of its own; between equals the id decides. No column of an answer may be called like a key: PostgreSQL would put the answers in order, all 50,000. */
const KEYS = {
  registered: { key: 'registered_at', type: 'timestamptz', place: IN_MICROSECONDS, isPlace: isInstant },
  name: { key: NAME_KEY, type: 'text', place: NAME_KEY, isPlace: (text: string) => text.isWellFormed() && !text.includes('\0') },
} as const;

@QueryHandler(RegistrantsOfSession)
export class RegistrantsOfSessionHandler implements IQueryHandler<RegistrantsOfSession> {
  constructor(
    private readonly em: EntityManager,
    private readonly copies: SessionCopies,
  ) {}

  async execute({ sessionId, by, page }: RegistrantsOfSession): Promise<Registrants> {
    const backwards = page.sort.startsWith('-');
    const order = KEYS[page.sort.replace('-', '') as keyof typeof KEYS];
    const behind = page.after === undefined ? null : behindPlace(page.after, order.isPlace);
    const { form } = await this.copies.of(sessionId, by);
    const searched = whereWanted(page, form ?? []);
    const conditions = ['session_id = ?', 'erased_at is null', ...(page.status ? ['status = ?'] : []), ...searched.conditions, ...(behind ? [`(${order.key}, id) ${backwards ? '<' : '>'} (?::${order.type}, ?::uuid)`] : [])];
    const direction = backwards ? 'desc' : 'asc';
    const rows = await this.em.execute<Row[]>(
      `select id, email, name, answers, status, offered_until, time_zone, locale, link_asked_at, version, ${IN_MICROSECONDS} as registered_in_utc, ${order.place} as place
         from registration.registration where ${conditions.join(' and ')}
        order by ${order.key} ${direction}, id ${direction} limit ?`,
      [sessionId, ...(page.status ? [page.status] : []), ...searched.words, ...(behind ?? []), page.limit + 1],
    );
    const counts = await this.em.execute<{ status: string; people: number }[]>(
      `select status, count(*)::int as people from registration.registration where ${['session_id = ?', 'erased_at is null', ...searched.conditions].join(' and ')} group by status`,
      [sessionId, ...searched.words],
    );
    const items = rows.slice(0, page.limit);
    const last = items.at(-1);
    const byStatus = Object.fromEntries(counts.map(({ status, people }) => [status, people]));
    return {
      items: items.map(({ place: _, time_zone: timeZone, offered_until: offeredUntil, registered_in_utc: registeredAt, link_asked_at: linkAskedAt, ...row }) => ({ ...row, offeredUntil: offeredUntil && new Date(offeredUntil).toISOString(), timeZone, registeredAt, linkAskedAt: new Date(linkAskedAt).toISOString() })),
      next: rows.length > page.limit && last ? placeOf(last) : null,
      total: counts.filter(({ status }) => !page.status || status === page.status).reduce((sum, { people }) => sum + people, 0),
      byStatus,
    };
  }
}

/**
 * By words, and by what was answered; the status is for whoever asks to add, for each is counted.
 *
 * @throws Invalid for what nobody can have said.
 */
export function whereWanted({ search, question, answer }: Wanted, form: readonly FormField[]): { conditions: string[]; words: string[] } {
  const found = whereFound(search);
  if (question === undefined) {
    if (answer !== undefined) throw Invalid.at('/answer', 'question', 'Say to which question.');
    return found;
  }
  if (answer === undefined) return { conditions: [...found.conditions, 'answers -> ?::text is not null'], words: [...found.words, question] };
  const chosen = form.some(({ key, kind }) => key === question && (kind === 'choice' || kind === 'choices'));
  const said = `case jsonb_typeof(answers -> ?::text)
    when 'array' then answers -> ?::text @> to_jsonb(?::text)
    when 'string' then ${chosen ? 'answers ->> ?::text = ?' : 'strpos(lower((answers ->> ?::text) collate "und-x-icu"), lower(?::text collate "und-x-icu")) > 0'}
    else answers ->> ?::text = ? end`;
  return { conditions: [...found.conditions, said], words: [...found.words, question, question, answer, question, answer, question, answer] };
}

/** No index: it would cost every registration in the busiest second, and 50,000 rows are looked through in some 30 ms. */
export function whereFound(search = ''): { conditions: string[]; words: string[] } {
  const words = sameAddressKey(search).split(/\s+/).filter(Boolean).slice(0, 8);
  return {
    conditions: words.map(() => `(strpos(email_key, ?) > 0 or strpos(${NAME_KEY}, ?) > 0)`),
    words: words.flatMap((word) => [word, word]),
  };
}

/** What JavaScript and PostgreSQL both take for the same one: the 30th of February is a day to one of them. */
function isInstant(text: string): boolean {
  return /^[1-9]\d{3}-\d\d-\d\dT[\d:.]{8,15}Z$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text.slice(0, 10));
}

const placeOf = ({ place, id }: Row): string => Buffer.from(JSON.stringify([place, id])).toString('base64url');

function behindPlace(after: string, isPlace: (text: string) => boolean): [string, string] {
  try {
    const [place, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[];
    if (typeof place === 'string' && isPlace(place) && typeof id === 'string' && UUID.test(id)) return [place, id];
  } catch {
    // not one of ours: no better than one of another order
  }
  throw Invalid.at('/after', 'cursor', 'Use the `next` of the page before.');
}
