import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { AccentOfWorkspace } from '../identity/events.js';
import { DirectDatabase } from '../platform/database/direct-database.js';
import { Together } from '../platform/database/together.js';
import type { Outcome } from '../platform/mail/mailer.js';
import { INVITING, OPEN, believesOtherThan, lastBelieved, timeOf } from './as-told.js';
import type { Reason } from './ledger.js';
import { FOLLOWS_THE_CONFIRMATION, type DueDelivery, type ToldSession } from './model/due-delivery.js';
import { asRecipient, asToldSession, instant, readRecipient, readToldSession } from './session-and-recipient.js';
import { secondsUntilNextTry } from './model/retry.js';

const FOLLOWING = `('${FOLLOWS_THE_CONFIRMATION.join("', '")}')`;
/** Longer than the longest try with the mail server; a killed sender's mails are free again after it. */
const LEASE = `interval '90 seconds'`;
/** So many hard bounces within three months, and nothing more goes to an address for that workspace. */
const STOPPED_AFTER = 2;

export interface Claim {
  id: string;
  /** Rises with each claim: whoever holds an older one has lost it. */
  fence: number;
}

type Row = Omit<DueDelivery, 'session' | 'recipient'> & { session: string; recipient: string; workspaceId: string };

/**
 * Everything a letter needs, of the deliveries that `held` has just put under a lease. A session is written out once for all
 * its letters; a recipient is looked up by the key (`offset 0`): a plan made for any number of deliveries reads all recipients
 * there are, for every claim.
 */
const WHAT_IS_TRUE = `, s as materialized (
    select session.*, ${asToldSession('session')} as told from notification.session where id in (select session_id from held)
  )
  select held.id, held.kind, held.status, held.slot_version as "slotVersion", held.sequence, held.stamped_at as "createdAt", held.before, held.message,
         held.kind <> 'cancellation' or r.first_told is not null or exists (select from notification.delivery brought where brought.recipient_id = held.recipient_id
           and brought.kind in ${INVITING}) as invited,
         held.fence, held.attempts, now() as now, held.kind = 'update' and not ${believesOtherThan('r', timeOf('s'))} as "toldAlready",
         ${STOPPED_AFTER} <= (select count(*) from notification.recipient same join notification.delivery b on b.recipient_id = same.id
                                join notification.session theirs on theirs.id = b.session_id
                               where lower(same.email) = lower(r.email) and theirs.workspace_id = s.workspace_id
                                 and b.bounce = 'hard' and b.created_at > now() - interval '90 days') as "addressStopped",
         case when held.kind in ${FOLLOWING} then
           (select known.id from notification.delivery known where known.recipient_id = held.recipient_id
              and known.kind in ('confirmation', 'invitation') and known.status = 'sent' order by known.sent_at limit 1) end as "confirmationId",
         s.workspace_id as "workspaceId", s.told as session, ${asRecipient('r')} as recipient
    from held join s on s.id = held.session_id, lateral (select * from notification.recipient where id = held.recipient_id offset 0) r`;
const BEFORE = `case d.kind when 'update' then coalesce(d.before, ${lastBelieved('r', timeOf('s'))}) end`;

type Accepted = Claim & { answer: string };

/** The ledger as its own queue: what is due is claimed under a lease, looked at again, and booked, by the database's clock. */
@Injectable()
export class DueDeliveries {
  private readonly sessions = new Map<string, ToldSession>();
  /** One statement at a time: a larger one costs less for each mail than two that share the disk. */
  private readonly sent = new Together<Accepted>((all) => this.bookAllSent(all), 1);

  constructor(
    private readonly em: EntityManager,
    private readonly direct: DirectDatabase,
    private readonly queries: QueryBus,
  ) {}

  /** What is due, at most so many, with all that is true of it now. */
  async claim(atMost: number): Promise<DueDelivery[]> {
    const rows = await this.direct.query<Row>({ name: 'claim-due-deliveries', values: [atMost], text: `
      with due as (
        select id from notification.delivery
         where ${OPEN} and next_try_at <= now() and (leased_until is null or leased_until < now())
         order by next_try_at limit $1 for update skip locked
      ), held as (
        -- a lease that ran out was a try that was killed: nobody knows how far it came
        update notification.delivery d set leased_until = now() + ${LEASE}, fence = fence + 1, maybe_arrived = maybe_arrived or leased_until is not null,
               tried_at = now(), before = ${BEFORE}
          from due, notification.session s, notification.recipient r
         where d.id = due.id and s.id = d.session_id and r.id = d.recipient_id returning d.*
      ) ${WHAT_IS_TRUE}` });
    const accents = await this.accentsOf(rows);
    return rows.map((row) => this.dueDelivery(row, accents));
  }

  /** Renews the leases and reads what is true by now, in the order asked for; without those whose claim was lost meanwhile. */
  async look(claims: readonly Claim[]): Promise<DueDelivery[]> {
    const rows = await this.direct.query<Row>({ name: 'look-at-deliveries', values: [claims.map(({ id }) => id), claims.map(({ fence }) => fence)], text: `
      with held as (
        update notification.delivery d set leased_until = now() + ${LEASE}, tried_at = now(), before = ${BEFORE}
          from unnest($1::uuid[], $2::int[]) as claim (id, fence), notification.session s, notification.recipient r
         where d.id = claim.id and d.fence = claim.fence and s.id = d.session_id and r.id = d.recipient_id returning d.*
      ) ${WHAT_IS_TRUE}` });
    const accents = await this.accentsOf(rows);
    const found = new Map(rows.map((row) => [row.id, row]));
    return claims.flatMap(({ id }) => found.get(id) ?? []).map((row) => this.dueDelivery(row, accents));
  }

  /** It will not be sent, and why. */
  async settle({ id, fence }: Claim, status: 'superseded' | 'expired' | 'failed', reason: Reason | null = null): Promise<void> {
    await this.sql(`
      with settled as (
        update notification.delivery set status = ?, reason = ?, leased_until = null where id = ? and fence = ? and ${OPEN} returning id
      )
      insert into notification.happening (delivery_id, event, answer) select id, ?, ? from settled returning id`, [status, reason, id, fence, status, reason]);
  }

  /** Gives back what was claimed and not tried. */
  async release(claims: readonly Claim[]): Promise<void> {
    if (claims.length === 0) return;
    await this.direct.query({ name: 'release-deliveries', values: [claims.map(({ id }) => id), claims.map(({ fence }) => fence)], text: `
      update notification.delivery set leased_until = null from unnest($1::uuid[], $2::int[]) as claim (id, fence)
       where delivery.id = claim.id and delivery.fence = claim.fence` });
  }

  /** Writes down what became of a try, in the row and in its history. */
  async book(claim: Claim, { kind, answer }: Outcome, attemptsBefore: number): Promise<void> {
    switch (kind) {
      case 'accepted':
        return this.sent.add({ ...claim, answer });
      case 'refused':
        return this.happened(claim, 'failed', answer, `status = 'failed', attempts = attempts + 1`);
      case 'deferred':
      case 'unknown': {
        const wait = `next_try_at = now() + make_interval(secs => ${secondsUntilNextTry(attemptsBefore + 1)})`;
        return this.happened(claim, kind, answer, `status = 'deferred', attempts = attempts + 1, ${wait}${kind === 'unknown' ? ', maybe_arrived = true' : ''}`);
      }
      case 'transport': // nobody's fault: no attempt counted, the breaker keeps the pace
        return this.happened(claim, 'not-reached', answer, `next_try_at = now() + interval '5 seconds'`);
    }
  }

  /** Even what was superseded meanwhile: it has left the house. Done twice, it is done once: the first time ends the lease. */
  private async bookAllSent(all: readonly Accepted[]): Promise<void> {
    const sorted = [...all].sort((one, other) => (one.id < other.id ? -1 : 1));
    await this.direct.query({ name: 'book-sent', values: [sorted.map(({ id }) => id), sorted.map(({ fence }) => fence), sorted.map(({ answer }) => answer)], text: `
      with tried as (
        update notification.delivery set status = 'sent', sent_at = now(), attempts = attempts + 1, reason = null, last_answer = said.answer, leased_until = null
          from unnest($1::uuid[], $2::int[], $3::text[]) as said (id, fence, answer)
         where delivery.id = said.id and delivery.fence = said.fence and delivery.status <> 'bounced' and delivery.leased_until is not null
        returning delivery.id, said.answer
      )
      insert into notification.happening (delivery_id, event, answer) select id, 'sent', answer from tried` });
  }

  /** The same fault of the way, tried every few seconds for an hour, is one line of history. */
  private async happened({ id, fence }: Claim, event: string, answer: string, change: string): Promise<void> {
    await this.sql(`
      with tried as (
        update notification.delivery set ${change}, last_answer = ?, leased_until = null where id = ? and fence = ? and ${OPEN} returning id, next_try_at, status
      )
      insert into notification.happening (delivery_id, event, answer, next_try_at)
      select id, ?, ?, case when ${OPEN} then next_try_at end from tried
       where not exists (select from (select event, answer from notification.happening where delivery_id = tried.id order by id desc limit 1) last
                          where last.event = 'not-reached' and (last.event, last.answer) = (?, ?))
      returning id`, [answer, id, fence, event, answer, event, answer]);
  }

  /**
   * The server takes mail again: what it put off need not wait for its hour. A mailbox that alone keeps
   * saying *later* is held back by its own number of tries.
   */
  async pullForward(): Promise<void> {
    await this.sql(`
      update notification.delivery set next_try_at = greatest(now(), tried_at + make_interval(secs => 15 * least(attempts, 20)))
       where status = 'deferred' and next_try_at > greatest(now(), tried_at + make_interval(secs => 15 * least(attempts, 20)))
      returning id`, []);
  }

  /** The colours of the workspaces. Where nobody answers, a mail goes out in the house's own rather than later. */
  private async accentsOf(rows: readonly Row[]): Promise<Map<string, string | null>> {
    const workspaces = [...new Set(rows.map(({ workspaceId }) => workspaceId))];
    return new Map(await Promise.all(workspaces.map(async (id) => [id, await this.queries.execute(new AccentOfWorkspace(id)).catch(() => null)] as const)));
  }

  private dueDelivery({ session, recipient, workspaceId, ...row }: Row, accents: ReadonlyMap<string, string | null>): DueDelivery {
    return {
      ...row,
      before: typeof row.before === 'string' ? (JSON.parse(row.before) as DueDelivery['before']) : row.before,
      createdAt: instant(row.createdAt),
      now: instant(row.now),
      session: this.told(session, accents.get(workspaceId) ?? null),
      recipient: readRecipient(recipient),
    };
  }

  /** The same session is the same object as long as nothing about it has changed: what is made of it once serves all. */
  private told(json: string, accent: string | null): ToldSession {
    const key = `${accent ?? ''}${json}`;
    const known = this.sessions.get(key);
    if (known) return known;
    if (this.sessions.size >= 100) this.sessions.clear();
    const session = { ...readToldSession(json), accent };
    this.sessions.set(key, session);
    return session;
  }

  private sql<Result extends object = object>(text: string, values: unknown[]): Promise<Result[]> {
    return this.em.fork().execute<Result[]>(text, values);
  }
}
