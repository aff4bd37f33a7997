import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Outcome } from '../platform/mail/mailer.js';
import type { DueDelivery } from './model/due-delivery.js';
import { secondsUntilNextTry } from './model/retry.js';

/** Longer than the longest try with the mail server; a killed sender's mails are free again after it. */
const LEASE = `interval '90 seconds'`;
const OPEN = `status in ('queued', 'deferred')`;

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
      update notification.delivery set leased_until = now() + ${LEASE}, fence = fence + 1
       where id in (select id from notification.delivery
                     where ${OPEN} and next_try_at <= now() and (leased_until is null or leased_until < now())
                     order by next_try_at limit ? for update skip locked)
      returning id, fence`, [atMost]);
  }

  /** Renews the lease just before SMTP and reads what is true now. Null where the claim was lost meanwhile. */
  async look({ id, fence }: Claim): Promise<DueDelivery | null> {
    const [row] = await this.sql<Row>(`
      with held as (
        update notification.delivery set leased_until = now() + ${LEASE}, tried_at = now() where id = ? and fence = ? returning *
      )
      select held.id, held.kind, held.status, held.slot_version as "slotVersion", held.sequence, held.stamped_at as "createdAt", held.before,
             held.fence, held.attempts, now() as now,
             (select known.id from notification.delivery known where known.recipient_id = held.recipient_id
                and known.kind = 'confirmation' and known.status = 'sent' order by known.sent_at limit 1) as "confirmationId",
             json_build_object('id', s.id, 'slug', s.slug, 'title', s.title, 'description', s.description, 'status', s.status, 'timeZone', s.time_zone,
               'startsAt', s.starts_at, 'endsAt', s.ends_at, 'hostName', s.host_name, 'hostEmail', s.host_email, 'slotVersion', s.slot_version)::text as session,
             json_build_object('id', r.id, 'role', r.role, 'email', r.email, 'name', r.name, 'timeZone', r.time_zone, 'locale', r.locale,
               'status', r.status, 'sealedToken', r.sealed_token, 'since', r.since)::text as recipient
        from held join notification.session s on s.id = held.session_id join notification.recipient r on r.id = held.recipient_id`, [id, fence]);
    return row ? dueDelivery(row) : null;
  }

  async settle({ id, fence }: Claim, status: 'superseded' | 'expired'): Promise<void> {
    await this.sql(`update notification.delivery set status = ?, leased_until = null where id = ? and fence = ? and ${OPEN} returning id`, [status, id, fence]);
  }

  /** Gives back what was claimed and not tried. */
  async release(claims: readonly Claim[]): Promise<void> {
    for (const { id, fence } of claims) await this.sql('update notification.delivery set leased_until = null where id = ? and fence = ? returning id', [id, fence]);
  }

  async book({ id, fence }: Claim, { kind, answer }: Outcome, attemptsBefore: number): Promise<void> {
    switch (kind) {
      case 'accepted': // even where it was superseded meanwhile: it has left the house
        await this.sql(`update notification.delivery set status = 'sent', sent_at = now(), attempts = attempts + 1, last_answer = ?, leased_until = null where id = ? and fence = ? returning id`, [answer, id, fence]);
        return;
      case 'refused':
        await this.sql(`update notification.delivery set status = 'failed', attempts = attempts + 1, last_answer = ?, leased_until = null where id = ? and fence = ? and ${OPEN} returning id`, [answer, id, fence]);
        return;
      case 'deferred':
      case 'unknown':
        await this.sql(`
          update notification.delivery set status = 'deferred', attempts = attempts + 1, last_answer = ?, leased_until = null, next_try_at = now() + make_interval(secs => ?)
           where id = ? and fence = ? and ${OPEN} returning id`, [answer, secondsUntilNextTry(attemptsBefore + 1), id, fence]);
        return;
      case 'transport': // nobody's fault: no attempt counted, the breaker keeps the pace
        await this.sql(`
          update notification.delivery set last_answer = ?, leased_until = null, next_try_at = now() + interval '5 seconds'
           where id = ? and fence = ? and ${OPEN} returning id`, [answer, id, fence]);
    }
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

/** JSON brings instants as text, and the driver may. */
function dueDelivery({ session, recipient, ...row }: Row): DueDelivery {
  const at = (value: unknown): Date => (value instanceof Date ? value : new Date(String(value)));
  const told = JSON.parse(session) as DueDelivery['session'];
  const person = JSON.parse(recipient) as DueDelivery['recipient'];
  return {
    ...row,
    before: typeof row.before === 'string' ? (JSON.parse(row.before) as DueDelivery['before']) : row.before,
    createdAt: at(row.createdAt),
    now: at(row.now),
    session: { ...told, startsAt: at(told.startsAt), endsAt: at(told.endsAt) },
    recipient: { ...person, since: at(person.since) },
  };
}
