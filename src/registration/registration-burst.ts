import { Injectable } from '@nestjs/common';
import { failpoint } from '../platform/config/failpoint.js';
import { DirectDatabase, type DirectTransaction } from '../platform/database/direct-database.js';
import { Outbox } from '../platform/events/outbox.js';
import type { DomainEvent } from '../platform/model/domain-event.js';
import { NotFound, Refusal } from '../platform/model/refusal.js';
import { AttendeeRegistered, LinkAskedAgain, type Standing } from './events.js';
import type { Registration } from './model/registration.js';

interface Waiting {
  registration: Registration;
  saved: (standing: Standing) => void;
  failed: (error: unknown) => void;
}

const ROWS_AT_ONCE = 64;
const IN_FLIGHT = 2;

/**
 * The one write that goes past the ORM: what arrives at the same moment is stored by one statement in one
 * transaction, rows and facts alike, and answered after the commit. Group commit by hand, nothing less
 * durable: a thousand people press *Register* in the same second.
 */
@Injectable()
export class RegistrationBurst {
  private readonly waiting: Waiting[] = [];
  private inFlight = 0;

  constructor(
    private readonly database: DirectDatabase,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Resolves once it is committed, or once the same address turned out to be known already: to what whoever came at
   * that moment is told, known or not.
   */
  save(registration: Registration): Promise<Standing> {
    return new Promise((saved, failed) => {
      this.waiting.push({ registration, saved, failed });
      // What arrives in the same turn of the event loop goes together.
      if (this.inFlight < IN_FLIGHT) setImmediate(() => this.next());
    });
  }

  /**
   * Many at once for somebody who waits for all of them. Whose address has a claim already is left as they are,
   * and hears nothing.
   *
   * @returns the ids of those who were added
   */
  async saveNew(registrations: readonly Registration[]): Promise<Set<string>> {
    const { added, queues } = await this.database.transaction(async (transaction) => {
      const written = await write(transaction, registrations);
      return { added: written.added, queues: await this.outbox.store(written.facts, transaction) };
    });
    this.outbox.wakeAll(queues);
    return added;
  }

  private next(): void {
    if (this.inFlight >= IN_FLIGHT || this.waiting.length === 0) return;
    const batch = this.waiting.splice(0, ROWS_AT_ONCE);
    this.inFlight += 1;
    void this.settle(batch).finally(() => {
      this.inFlight -= 1;
      this.next();
    });
  }

  /**
   * If the batch fails for something that is in it, each row is tried alone, so that nobody fails for
   * another's sake. If the database is away, whoever stands in line behind them would wait for nothing.
   */
  private async settle(batch: Waiting[]): Promise<void> {
    try {
      const standings = await this.commit(batch.map(({ registration }) => registration));
      batch.forEach(({ saved }, n) => saved(standings[n]!));
    } catch (error) {
      if (!isAboutTheRows(error)) for (const { failed } of [...batch, ...this.waiting.splice(0)]) failed(error);
      else if (batch.length === 1) batch[0]!.failed(error);
      else for (const one of batch) await this.settle([one]);
    }
  }

  private async commit(registrations: readonly Registration[]): Promise<Standing[]> {
    const { queues, standings } = await this.database.transaction(async (transaction) => {
      failpoint('registration-begun');
      const { added, standings, facts } = await write(transaction, registrations);
      const again = await askAgain(transaction, registrations.filter(({ id }) => !added.has(id)));
      const queues = await this.outbox.store([...facts, ...again], transaction);
      failpoint('registration-stored');
      return { queues, standings };
    });
    failpoint('registration-committed');
    this.outbox.wakeAll(queues);
    return standings;
  }
}

/** Wrong data, a broken rule, a deadlock: not a database that cannot be reached or does not answer. */
const isAboutTheRows = (error: unknown): boolean => error instanceof Refusal || /^(22|23|40)...$/.test(String((error as { code?: unknown }).code));

/** Stores those who are new, each with a seat or in line for one, and tells what came of all of them. */
async function write(transaction: DirectTransaction, registrations: readonly Registration[]): Promise<{ added: Set<string>; standings: Standing[]; facts: DomainEvent[] }> {
  const seats = await holdSessions(transaction, registrations);
  const added = await insert(transaction, registrations);
  const standings = registrations.map((one) => seats.standingOf(one, added.has(one.id)));
  const inLine = new Set(registrations.filter(({ id }, n) => added.has(id) && standings[n] === 'waitlisted').map(({ id }) => id));
  if (inLine.size > 0) await putInLine(transaction, [...inLine]);
  // An aggregate hands its facts over once, and a batch may be tried again: they are read, not released, here.
  const facts = registrations.filter(({ id }) => added.has(id)).flatMap((one) => one.recordedEvents().map((fact) => (inLine.has(one.id) ? asInLine(fact) : fact)));
  return { added, standings, facts };
}

/** Whom the sessions of a batch have room for, in the order in which they came. */
class FreeSeats {
  constructor(private readonly free: Map<string, number>) {}

  /** Who is known already takes none, and is told what anybody would be told in their place. */
  standingOf({ sessionId, status }: Registration, isNew: boolean): Standing {
    if (status === 'pending') return 'pending';
    const free = this.free.get(sessionId) ?? Number.POSITIVE_INFINITY;
    if (free <= 0) return 'waitlisted';
    if (isNew) this.free.set(sessionId, free - 1);
    return 'confirmed';
  }
}

/**
 * Holds the sessions while it writes: one that is deleted at the same moment is gone, or stays because somebody came.
 * Only where there is a limit one batch waits for another, and the seats are counted: elsewhere this costs nothing.
 */
async function holdSessions(transaction: DirectTransaction, rows: readonly Registration[]): Promise<FreeSeats> {
  const sessions = [...new Set(rows.map(({ sessionId }) => sessionId))];
  const known = await transaction.query<{ session_id: string; capacity: number | null }>({
    name: 'hold-sessions',
    text: 'select session_id, capacity from registration.session where session_id = any($1::uuid[]) order by session_id for key share',
    values: [sessions],
  });
  if (known.length < sessions.length) throw new NotFound('session');
  const limited = known.filter(({ capacity }) => capacity !== null).map((row) => row.session_id);
  if (limited.length === 0) return new FreeSeats(new Map());
  await transaction.query({
    name: 'hold-limited-sessions',
    text: 'select session_id from registration.session where session_id = any($1::uuid[]) order by session_id for no key update',
    values: [limited],
  });
  // Who is in line comes before whoever comes now.
  const counted = await transaction.query<{ session_id: string; free: number }>({
    name: 'count-free-seats',
    text: `
      select session_id, capacity
             - (select count(*)::int from registration.registration taken where taken.session_id = session.session_id and taken.status = 'confirmed')
             - (select count(*)::int from registration.registration held where held.session_id = session.session_id and held.status = 'offered')
             - (select count(*)::int from registration.registration waiting where waiting.session_id = session.session_id and waiting.status = 'waitlisted') as free
        from registration.session where session_id = any($1::uuid[]) and capacity is not null`,
    values: [limited],
  });
  return new FreeSeats(new Map(counted.map((row) => [row.session_id, row.free])));
}

async function putInLine(transaction: DirectTransaction, ids: string[]): Promise<void> {
  await transaction.query({ name: 'put-in-line', text: `update registration.registration set status = 'waitlisted' where id = any($1::uuid[])`, values: [ids] });
}

/** The same fact, of somebody for whom no seat was left. */
const asInLine = (fact: DomainEvent): DomainEvent => (fact instanceof AttendeeRegistered ? new AttendeeRegistered({ ...fact.facts, status: 'waitlisted' }) : fact);

async function insert(transaction: DirectTransaction, rows: readonly Registration[]): Promise<Set<string>> {
  const column = (of: (row: Registration) => unknown): unknown[] => rows.map(of);
  const added = await transaction.query<{ id: string }>({
    name: 'register-attendees',
    text: `
      insert into registration.registration
        (id, session_id, email, email_key, name, answers, time_zone, locale, status, token_hash, sealed_token, revision, registered_at, link_asked_at)
      select id, session_id, email, email_key, name, answers, time_zone, locale, status, token_hash, sealed_token, 0, registered_at, registered_at
        from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::text[], $8::text[], $9::text[], $10::text[], $11::timestamptz[], $12::text[])
          as row (id, session_id, email, email_key, name, answers, time_zone, locale, token_hash, sealed_token, registered_at, status)
      on conflict (session_id, email_key) where status <> 'withdrawn' do nothing
      returning id`,
    values: [
      column((row) => row.id),
      column((row) => row.sessionId),
      column((row) => row.email),
      column((row) => row.emailKey),
      column((row) => row.name),
      column((row) => JSON.stringify(row.answers)),
      column((row) => row.timeZone),
      column((row) => row.locale),
      column((row) => row.tokenHash),
      column((row) => row.sealedToken),
      column((row) => row.registeredAt.toISOString()),
      column((row) => row.status),
    ],
  });
  return new Set(added.map(({ id }) => id));
}

/** A second registration of an address re-sends what it was told, but for floods; it updates nothing silently, and who was denied, barred or revoked hears nothing. */
async function askAgain(transaction: DirectTransaction, rows: readonly Registration[]): Promise<LinkAskedAgain[]> {
  if (rows.length === 0) return [];
  const asked = await transaction.query<{ id: string; session_id: string; link_asked_at: Date }>({
    name: 'ask-for-links-again',
    text: `
      update registration.registration known set link_asked_at = now()
        from unnest($1::uuid[], $2::text[]) as row (session_id, email_key)
       where known.session_id = row.session_id and known.email_key = row.email_key and known.status in ('confirmed', 'pending', 'waitlisted', 'offered')
         and known.link_asked_at < now() - interval '5 seconds'
      returning known.id, known.session_id, known.link_asked_at`,
    values: [rows.map(({ sessionId }) => sessionId), rows.map(({ emailKey }) => emailKey)],
  });
  return asked.map((row) => new LinkAskedAgain({ registrationId: row.id, sessionId: row.session_id, askedAt: row.link_asked_at.toISOString() }));
}
