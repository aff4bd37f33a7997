import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Outcome } from '../platform/mail/mailer.js';
import { OPEN, believesOtherThan, lastBelieved, timeOf } from './as-told.js';
import type { Reason } from './ledger.js';
import type { DueDelivery } from './model/due-delivery.js';
import { asRecipient, asToldSession, instant, readRecipient, readToldSession } from './session-and-recipient.js';
import { secondsUntilNextTry } from './model/retry.js';

/** Longer than the longest try with the mail server; a killed sender's mails are free again after it. */
const LEASE = `interval '90 seconds'`;
/** So many hard bounces within three months, and nothing more goes to an address for that workspace. */
const STOPPED_AFTER = 2;

export interface Claim {
  id: string;
  /** Rises with each claim: whoever holds an older one has lost it. */
  fence: number;
}

type Row = Omit<DueDelivery, 'session' | 'recipient'> & { session: string; recipient: string };

/** The ledger as its own queue: what is due is claimed under a lease, looked at again, and booked, by the database's clock. */
@Injectable()
export class DueDeliveries {
  constructor(private readonly em: EntityManager) {}

  claim(atMost: number): Promise<Claim[]> {
    return this.sql<Claim>(`
      -- a lease that ran out was a try that was killed: nobody knows how far it came
      update notification.delivery set leased_until = now() + ${LEASE}, fence = fence + 1, maybe_arrived = maybe_arrived or leased_until is not null
       where id in (select id from notification.delivery
                     where ${OPEN} and next_try_at <= now() and (leased_until is null or leased_until < now())
                     order by next_try_at limit ? for update skip locked)
      returning id, fence`, [atMost]);
  }

  /** Renews the lease just before SMTP and reads what is true now. Null where the claim was lost meanwhile. */
  async look({ id, fence }: Claim): Promise<DueDelivery | null> {
    const [row] = await this.sql<Row>(`
      with held as (
        update notification.delivery d set leased_until = now() + ${LEASE}, tried_at = now(),
               before = case d.kind when 'update' then coalesce(d.before, ${lastBelieved('r', timeOf('s'))}) end
          from notification.session s, notification.recipient r
         where d.id = ? and d.fence = ? and s.id = d.session_id and r.id = d.recipient_id returning d.*
      )
      select held.id, held.kind, held.status, held.slot_version as "slotVersion", held.sequence, held.stamped_at as "createdAt", held.before,
             held.fence, held.attempts, now() as now, held.kind = 'update' and not ${believesOtherThan('r', timeOf('s'))} as "toldAlready",
             ${STOPPED_AFTER} <= (select count(*) from notification.recipient same join notification.delivery b on b.recipient_id = same.id
                                    join notification.session theirs on theirs.id = b.session_id
                                   where lower(same.email) = lower(r.email) and theirs.workspace_id = s.workspace_id
                                     and b.bounce = 'hard' and b.created_at > now() - interval '90 days') as "addressStopped",
             (select known.id from notification.delivery known where known.recipient_id = held.recipient_id
                and known.kind in ('confirmation', 'invitation') and known.status = 'sent' order by known.sent_at limit 1) as "confirmationId",
             ${asToldSession('s')} as session, ${asRecipient('r')} as recipient
        from held join notification.session s on s.id = held.session_id join notification.recipient r on r.id = held.recipient_id`, [id, fence]);
    return row ? dueDelivery(row) : null;
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
    for (const { id, fence } of claims) await this.sql('update notification.delivery set leased_until = null where id = ? and fence = ? returning id', [id, fence]);
  }

  /** Writes down what became of a try, in the row and in its history. */
  async book(claim: Claim, { kind, answer }: Outcome, attemptsBefore: number): Promise<void> {
    switch (kind) {
      case 'accepted': // even where it was superseded meanwhile: it has left the house
        return this.happened(claim, 'sent', answer, `status = 'sent', sent_at = now(), attempts = attempts + 1, reason = null`, "and status <> 'bounced'");
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

  /** The same fault of the way, tried every few seconds for an hour, is one line of history. */
  private async happened({ id, fence }: Claim, event: string, answer: string, change: string, only = `and ${OPEN}`): Promise<void> {
    await this.sql(`
      with tried as (
        update notification.delivery set ${change}, last_answer = ?, leased_until = null where id = ? and fence = ? ${only} returning id, next_try_at, status
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

  private sql<Result extends object = object>(text: string, values: unknown[]): Promise<Result[]> {
    return this.em.fork().execute<Result[]>(text, values);
  }
}

function dueDelivery({ session, recipient, ...row }: Row): DueDelivery {
  return {
    ...row,
    before: typeof row.before === 'string' ? (JSON.parse(row.before) as DueDelivery['before']) : row.before,
    createdAt: instant(row.createdAt),
    now: instant(row.now),
    session: readToldSession(session),
    recipient: readRecipient(recipient),
  };
}
