import { Injectable } from '@nestjs/common';
import { failpoint } from '../platform/config/failpoint.js';
import { DirectDatabase, type DirectTransaction } from '../platform/database/direct-database.js';
import { Outbox } from '../platform/events/outbox.js';
import { NotFound, Refusal } from '../platform/model/refusal.js';
import { LinkAskedAgain } from './events.js';
import type { Registration } from './model/registration.js';

interface Waiting {
  registration: Registration;
  saved: () => void;
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

  /** Resolves once it is committed, or once the same address turned out to have a seat already. */
  save(registration: Registration): Promise<void> {
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
      const inserted = await insert(transaction, registrations);
      if (registrations.some(({ sessionId }) => !inserted.sessions.has(sessionId))) throw new NotFound('session');
      const facts = registrations.filter(({ id }) => inserted.added.has(id)).flatMap((registration) => registration.recordedEvents());
      return { added: inserted.added, queues: await this.outbox.store(facts, transaction) };
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
      await this.commit(batch.map(({ registration }) => registration));
      for (const { saved } of batch) saved();
    } catch (error) {
      if (!isAboutTheRows(error)) for (const { failed } of [...batch, ...this.waiting.splice(0)]) failed(error);
      else if (batch.length === 1) batch[0]!.failed(error);
      else for (const one of batch) await this.settle([one]);
    }
  }

  private async commit(registrations: readonly Registration[]): Promise<void> {
    const queues = await this.database.transaction(async (transaction) => {
      failpoint('registration-begun');
      const { added, sessions } = await insert(transaction, registrations);
      if (registrations.some(({ sessionId }) => !sessions.has(sessionId))) throw new NotFound('session');
      const isNew = (registration: Registration): boolean => added.has(registration.id);
      // An aggregate hands its facts over once, and a batch may be tried again: they are read, not released, here.
      const facts = registrations.filter(isNew).flatMap((registration) => registration.recordedEvents());
      const again = await askAgain(transaction, registrations.filter((one) => !isNew(one)));
      const stored = await this.outbox.store([...facts, ...again], transaction);
      failpoint('registration-stored');
      return stored;
    });
    failpoint('registration-committed');
    this.outbox.wakeAll(queues);
  }
}

/** Wrong data, a broken rule, a deadlock: not a database that cannot be reached or does not answer. */
const isAboutTheRows = (error: unknown): boolean => error instanceof Refusal || /^(22|23|40)...$/.test(String((error as { code?: unknown }).code));

/** Holds the sessions while it writes: one that is deleted at the same moment is gone, or stays because somebody came. */
async function insert(transaction: DirectTransaction, rows: readonly Registration[]): Promise<{ added: Set<string>; sessions: Set<string> }> {
  const column = (of: (row: Registration) => unknown): unknown[] => rows.map(of);
  const known = await transaction.query<{ session_id: string }>({
    name: 'hold-sessions',
    text: 'select session_id from registration.session where session_id = any($1::uuid[]) order by session_id for key share',
    values: [[...new Set(column((row) => row.sessionId))]],
  });
  const added = await transaction.query<{ id: string }>({
    name: 'register-attendees',
    text: `
      insert into registration.registration
        (id, session_id, email, email_key, name, answers, time_zone, locale, status, token_hash, sealed_token, revision, registered_at, link_asked_at)
      select id, session_id, email, email_key, name, answers, time_zone, locale, 'confirmed', token_hash, sealed_token, 0, registered_at, registered_at
        from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::text[], $8::text[], $9::text[], $10::text[], $11::timestamptz[])
          as row (id, session_id, email, email_key, name, answers, time_zone, locale, token_hash, sealed_token, registered_at)
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
    ],
  });
  return { added: new Set(added.map(({ id }) => id)), sessions: new Set(known.map((row) => row.session_id)) };
}

/** A second registration of an address re-sends its link, at most once a minute; it updates nothing silently. A barred one is told nothing. */
async function askAgain(transaction: DirectTransaction, rows: readonly Registration[]): Promise<LinkAskedAgain[]> {
  if (rows.length === 0) return [];
  const asked = await transaction.query<{ id: string; session_id: string; link_asked_at: Date }>({
    name: 'ask-for-links-again',
    text: `
      update registration.registration known set link_asked_at = now()
        from unnest($1::uuid[], $2::text[]) as row (session_id, email_key)
       where known.session_id = row.session_id and known.email_key = row.email_key and known.status = 'confirmed'
         and known.link_asked_at < now() - interval '60 seconds'
      returning known.id, known.session_id, known.link_asked_at`,
    values: [rows.map(({ sessionId }) => sessionId), rows.map(({ emailKey }) => emailKey)],
  });
  return asked.map((row) => new LinkAskedAgain({ registrationId: row.id, sessionId: row.session_id, askedAt: row.link_asked_at.toISOString() }));
}
