import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { INVITING, OPEN, believesOtherThan, hasHeard, timeOf } from './as-told.js';

/** A calendar needs each object of a UID stamped later than the last, to the second. */
const STAMP = `greatest(now(), (select max(stamped_at) + interval '1 second' from notification.delivery earlier where earlier.recipient_id = recipient.id))`;

const COLUMNS = 'session_id, recipient_id, kind, slot_version, sequence, told, stamped_at, next_try_at';
const VALUES = (kind: string, goesAt = 'now()'): string =>
  `session.id, recipient.id, ${kind}, session.slot_version, session.schedule_version + recipient.revision, ${timeOf('session')}, ${STAMP}, ${goesAt}`;

/** What tells somebody for the first time that there is a seat for them. */
const FIRST_LETTER = `case recipient.role when 'attendee' then 'confirmation' else 'invitation' end`;

/** Why a letter was not sent after all. The organizer sees it. */
export type Reason = 'rescheduled' | 'cancelled' | 'withdrawn' | 'told-already' | 'reminders-off' | 'reminded-later' | 'stopped-address' | 'link-rotated';

/** What is on its way right now may arrive all the same. */
const superseding = (which: string, reason: Reason): string => `
  with gone as (
    update notification.delivery set status = 'superseded', reason = '${reason}', maybe_arrived = maybe_arrived or leased_until is not null
     where ${OPEN} and ${which} returning id
  )
  insert into notification.happening (delivery_id, event, answer) select id, 'superseded', '${reason}' from gone`;

/**
 * Where every letter is written down before it is sent, in the transaction that caused it. SEQUENCE and
 * DTSTAMP are frozen here. Writing the same thing twice writes it once.
 */
@Injectable()
export class Ledger {
  constructor(private readonly em: EntityManager) {}

  /**
   * A seat is taken; in a session that was cancelled meanwhile, that is what they are told. The session's row
   * is held: a move at the same moment either is seen here or sees what is written here.
   */
  async confirm(recipientId: string): Promise<void> {
    await this.em.execute(`
      insert into notification.delivery (${COLUMNS})
      select ${VALUES(`case session.status when 'cancelled' then 'cancellation' else ${FIRST_LETTER} end`)}
        from notification.recipient join notification.session on session.id = recipient.session_id
       where recipient.id = ? and recipient.status = 'confirmed' and session.status in ('scheduled', 'live', 'cancelled')
         for share of session
      on conflict do nothing`, [recipientId]);
  }

  /**
   * The time has changed: what was not sent yet is superseded, and whoever believes another time gets one
   * letter, after a while in which the organizer may think again. Not when the start that people know, or
   * the new one, is near: then they are on their way already. Who was told nothing yet waits for nothing.
   */
  async tellOfMove(sessionId: string, { holdSeconds, nearMinutes }: { holdSeconds: number; nearMinutes: number }, startBefore: string): Promise<void> {
    await this.em.execute(superseding(`session_id = ? and kind <> 'cancellation'
      and slot_version < (select slot_version from notification.session where id = session_id and status = 'scheduled')`, 'rescheduled'), [sessionId]);
    await this.em.execute(`
      insert into notification.delivery (${COLUMNS})
      select ${VALUES(`case when invited then 'update' else ${FIRST_LETTER} end`,
        `case when invited and least(session.starts_at, ?::timestamptz) > now() + make_interval(mins => ?) then now() + make_interval(secs => ?) else now() end`)}
        from notification.session join notification.recipient on recipient.session_id = session.id,
             lateral (select recipient.first_told is not null or ${hasHeard('recipient')} as invited) known
       where session.id = ? and session.status = 'scheduled' and recipient.status = 'confirmed'
         and ${believesOtherThan('recipient', timeOf('session'))}
         -- who registered after the move, or is about to be told, needs no second letter
         and not exists (select from notification.delivery known where known.recipient_id = recipient.id
                          and known.kind in ${INVITING} and known.slot_version >= session.slot_version and known.status <> 'superseded')
      on conflict do nothing`, [startBefore, nearMinutes, holdSeconds, sessionId]);
  }

  async tellOfCancellation(sessionId: string): Promise<void> {
    await this.em.execute(superseding(`session_id = ? and kind <> 'cancellation'`, 'cancelled'), [sessionId]);
    await this.em.execute(`
      insert into notification.delivery (${COLUMNS})
      select ${VALUES(`'cancellation'`)}
        from notification.session join notification.recipient on recipient.session_id = session.id
       where session.id = ? and session.status = 'cancelled' and recipient.status = 'confirmed'
      on conflict do nothing`, [sessionId]);
  }

  async tellOfWithdrawal(recipientId: string): Promise<void> {
    await this.em.execute(superseding(`recipient_id = ? and kind <> 'cancellation'`, 'withdrawn'), [recipientId]);
    await this.em.execute(`
      insert into notification.delivery (${COLUMNS})
      select ${VALUES(`'cancellation'`)}
        from notification.recipient join notification.session on session.id = recipient.session_id
       where recipient.id = ? and recipient.status = 'withdrawn'
         -- who was named by mistake and never heard of it need not hear that it is over
         and (recipient.role = 'attendee' or ${hasHeard('recipient')})
         -- who was told that the session is cancelled need not be told of the seat
         and not exists (select from notification.delivery known where known.recipient_id = recipient.id and known.kind = 'cancellation')
      on conflict do nothing`, [recipientId]);
  }

  /** It should have begun, and no host is there: everyone who may start it is called. */
  async callHosts(sessionId: string): Promise<void> {
    await this.em.execute(`
      insert into notification.delivery (${COLUMNS})
      select ${VALUES(`'host-missing'`)}
        from notification.session join notification.recipient on recipient.session_id = session.id
       where session.id = ? and session.status = 'scheduled' and recipient.role = 'host' and recipient.status = 'confirmed'
      on conflict do nothing`, [sessionId]);
  }

  /**
   * The link that they know opens nothing any more. What is on its way with an invite gives way to the letter with
   * the new link; to who was told nothing yet, that is their invitation.
   */
  async tellOfNewLink(recipientId: string): Promise<void> {
    await this.em.execute(superseding(`recipient_id = ? and kind in ${INVITING}`, 'link-rotated'), [recipientId]);
    await this.em.execute(`
      insert into notification.delivery (${COLUMNS})
      select ${VALUES(`case when ${hasHeard('recipient')} then 'link-rotated' else ${FIRST_LETTER} end`)}
        from notification.recipient join notification.session on session.id = recipient.session_id
       where recipient.id = ? and recipient.status = 'confirmed' and session.status in ('scheduled', 'live')
         for share of session
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
                          -- an update that is held back is no answer to somebody who asks now
                          and ((known.${OPEN} and known.next_try_at <= now() + interval '15 seconds') or known.sent_at > now() - interval '60 seconds'))
         and ? > (select count(*) from notification.delivery mailed join notification.recipient same on same.id = mailed.recipient_id
                   where lower(same.email) = lower(recipient.email) and same.session_id = session.id
                     and mailed.kind in ('confirmation', 'invitation', 'link-again') and mailed.created_at > now() - interval '1 hour')
         and ? > (select count(*) from notification.delivery mailed join notification.recipient same on same.id = mailed.recipient_id
                   where lower(same.email) = lower(recipient.email)
                     and mailed.kind = 'link-again' and mailed.created_at > now() - interval '1 day')`,
    [recipientId, limits.anHour, limits.aDay]);
  }
}
