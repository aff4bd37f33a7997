import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { When } from '../scheduling/events.js';

const OPEN = `status in ('queued', 'deferred')`;

/** A calendar needs each object of a UID stamped later than the last, to the second. */
const STAMP = `greatest(now(), (select max(stamped_at) + interval '1 second' from notification.delivery earlier where earlier.recipient_id = recipient.id))`;

const COLUMNS = 'session_id, recipient_id, kind, slot_version, sequence, before, stamped_at';
const VALUES = (kind: string, before = 'null::jsonb'): string =>
  `session.id, recipient.id, ${kind}, session.slot_version, session.schedule_version + recipient.revision, ${before}, ${STAMP}`;

/**
 * Where every letter is written down before it is sent, in the transaction that caused it. SEQUENCE and
 * DTSTAMP are frozen here. Writing the same thing twice writes it once.
 */
@Injectable()
export class Ledger {
  constructor(private readonly em: EntityManager) {}

  /** A seat is taken; in a session that was cancelled meanwhile, that is what they are told. */
  async confirm(recipientId: string): Promise<void> {
    await this.em.execute(`
      insert into notification.delivery (${COLUMNS})
      select ${VALUES(`case session.status when 'cancelled' then 'cancellation' else 'confirmation' end`)}
        from notification.recipient join notification.session on session.id = recipient.session_id
       where recipient.id = ? and recipient.status = 'confirmed' and session.status in ('scheduled', 'live', 'cancelled')
      on conflict do nothing`, [recipientId]);
  }

  /**
   * The time has changed: what was not sent yet is superseded, and each recipient gets one letter. Who had
   * no confirmation yet gets that; who had an update open is told what stood before *it*.
   */
  async tellOfMove(sessionId: string, before: When, to: When): Promise<void> {
    const told = JSON.stringify({ startsAt: before.startsAt, endsAt: before.endsAt, timeZone: before.timeZone });
    await this.em.execute(`
      with moved as (
        -- another move may have been heard of first: then there is nothing true left to tell of this one
        select * from notification.session where id = ? and status = 'scheduled' and (starts_at, ends_at, time_zone) = (?::timestamptz, ?::timestamptz, ?)
      ), unsent as (
        update notification.delivery set status = 'superseded'
         where session_id = (select id from moved) and ${OPEN} and kind <> 'cancellation' and slot_version < (select slot_version from moved)
        returning recipient_id, kind, before, created_at
      )
      insert into notification.delivery (${COLUMNS})
      select ${VALUES(
        `case when new_here then 'confirmation' else 'update' end`,
        `case when new_here then null else coalesce(not_told, ?::jsonb) end`,
      )}
        from moved session join notification.recipient on recipient.session_id = session.id,
             lateral (select exists (select from unsent where recipient_id = recipient.id and kind = 'confirmation') as new_here) at_first,
             lateral (select (select before from unsent where recipient_id = recipient.id and kind = 'update' order by created_at limit 1) as not_told) meanwhile
       where recipient.status = 'confirmed'
         -- who registered after the move knows the new time already
         and not exists (select from notification.delivery known where known.recipient_id = recipient.id
                          and known.kind in ('confirmation', 'update') and known.slot_version >= session.slot_version and known.status <> 'superseded')
      on conflict do nothing`, [sessionId, to.startsAt, to.endsAt, to.timeZone, told]);
  }

  async tellOfCancellation(sessionId: string): Promise<void> {
    await this.em.execute(`update notification.delivery set status = 'superseded' where session_id = ? and ${OPEN} and kind <> 'cancellation'`, [sessionId]);
    await this.em.execute(`
      insert into notification.delivery (${COLUMNS})
      select ${VALUES(`'cancellation'`)}
        from notification.session join notification.recipient on recipient.session_id = session.id
       where session.id = ? and session.status = 'cancelled' and recipient.status = 'confirmed'
      on conflict do nothing`, [sessionId]);
  }

  async tellOfWithdrawal(recipientId: string): Promise<void> {
    await this.em.execute(`update notification.delivery set status = 'superseded' where recipient_id = ? and ${OPEN} and kind <> 'cancellation'`, [recipientId]);
    await this.em.execute(`
      insert into notification.delivery (${COLUMNS})
      select ${VALUES(`'cancellation'`)}
        from notification.recipient join notification.session on session.id = recipient.session_id
       where recipient.id = ? and recipient.status = 'withdrawn'
         -- who was told that the session is cancelled need not be told of the seat
         and not exists (select from notification.delivery known where known.recipient_id = recipient.id and known.kind = 'cancellation')
      on conflict do nothing`, [recipientId]);
  }

  /**
   * The link once more, unless a mail with it is on its way or went out in the last minute, and never more
   * than so many an hour about one session or a day in all: the address may belong to somebody else.
   */
  async sendLinkAgain(recipientId: string, limits: { anHour: number; aDay: number }): Promise<void> {
    // two instances may be asked at the same moment
    await this.em.execute('select 1 from notification.recipient where id = ? for update', [recipientId]);
    await this.em.execute(`
      insert into notification.delivery (${COLUMNS})
      select ${VALUES(`'link-again'`)}
        from notification.recipient join notification.session on session.id = recipient.session_id
       where recipient.id = ? and recipient.status = 'confirmed' and session.status in ('scheduled', 'live')
         and not exists (select from notification.delivery known where known.recipient_id = recipient.id and known.kind <> 'cancellation'
                          and (known.${OPEN} or known.sent_at > now() - interval '60 seconds'))
         and ? > (select count(*) from notification.delivery mailed join notification.recipient same on same.id = mailed.recipient_id
                   where lower(same.email) = lower(recipient.email) and same.session_id = session.id
                     and mailed.kind in ('confirmation', 'link-again') and mailed.created_at > now() - interval '1 hour')
         and ? > (select count(*) from notification.delivery mailed join notification.recipient same on same.id = mailed.recipient_id
                   where lower(same.email) = lower(recipient.email)
                     and mailed.kind = 'link-again' and mailed.created_at > now() - interval '1 day')`,
    [recipientId, limits.anHour, limits.aDay]);
  }

  /** @returns how many were written, of at most so many at once */
  async remind(minutesBefore: number, atOnce: number): Promise<number> {
    const written = await this.em.fork().execute<object[]>(`
      insert into notification.delivery (session_id, recipient_id, kind, slot_version, sequence, minutes_before, stamped_at)
      select session.id, recipient.id, 'reminder', session.slot_version, session.schedule_version + recipient.revision, ?, now()
        from notification.session join notification.recipient on recipient.session_id = session.id
       where session.status in ('scheduled', 'live') and recipient.status = 'confirmed'
         and session.starts_at - make_interval(mins => ?) <= now() and now() < session.starts_at
         and not exists (
           select from notification.delivery known where known.recipient_id = recipient.id and (
             (known.kind = 'reminder' and known.slot_version = session.slot_version)
             -- a confirmation or update that went out inside the window says it all; one on its way may yet
             or (known.kind in ('confirmation', 'update')
                 and (known.${OPEN} or (known.status = 'sent' and known.sent_at >= session.starts_at - make_interval(mins => ?))))))
       limit ?
      on conflict do nothing
      returning id`, [minutesBefore, minutesBefore, minutesBefore, atOnce]);
    return written.length;
  }
}
