import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { MailAllowance } from '../platform/mail/mail-allowance.js';
import { INVITING, OPEN, believesOtherThan, hasHeard, timeOf } from './as-told.js';

/** A calendar needs each object of a UID stamped later than the last, to the second. */
const STAMP = `greatest(now(), (select max(stamped_at) + interval '1 second' from notification.delivery earlier where earlier.recipient_id = recipient.id))`;

const COLUMNS = 'session_id, recipient_id, kind, slot_version, sequence, told, stamped_at, next_try_at';
const VALUES = (kind: string, goesAt = 'now()'): string =>
  `session.id, recipient.id, ${kind}, session.slot_version, session.schedule_version + recipient.revision, ${timeOf('session')}, ${STAMP}, ${goesAt}`;

/** What tells somebody for the first time that there is a seat for them. */
const FIRST_LETTER = `case recipient.role when 'attendee' then 'confirmation' else 'invitation' end`;

/** They have a seat, or may get one. */
const HOPING = `('confirmed', 'pending', 'waitlisted', 'offered')`;
/** To who has none. They say nothing that a move of the session would make untrue, and bring no entry. */
const ABOUT_WAITING = `('pending', 'waitlisted', 'offered', 'denied')`;
const STANDING_LETTER = `case when recipient.status in ${ABOUT_WAITING} then recipient.status else ${FIRST_LETTER} end`;

/** Why a letter was not sent after all. The organizer sees it. */
export type Reason = 'rescheduled' | 'cancelled' | 'withdrawn' | 'barred' | 'told-already' | 'reminders-off' | 'reminded-later' | 'stopped-address' | 'link-rotated' | 'decided' | 'revoked';

const IN_SECONDS = 'now() + make_interval(secs => ?)';

/** A first letter that waited only because its address was sent too much: the same when it was superseded since. */
const HELD_BACK = (letter: string): string => `${letter}.kind in ('confirmation', 'invitation') and ${letter}.tried_at is null and ${letter}.next_try_at > now()`;

/** An update that is held back is no answer to somebody who asks now. */
const HAS_NO_LINK_COMING = `not exists (select from notification.delivery known where known.recipient_id = recipient.id and known.kind <> 'cancellation'
  and ((known.${OPEN} and (known.next_try_at <= now() + interval '15 seconds' or ${HELD_BACK('known')})) or known.sent_at > now() - interval '60 seconds'))`;

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
  constructor(
    private readonly em: EntityManager,
    private readonly allowance: MailAllowance,
  ) {}

  /**
   * A seat is taken, or waited for; in a session that was cancelled meanwhile, that is what they are told. The session's row
   * is held: a move at the same moment either is seen here or sees what is written here. Anybody can register
   * anybody: what is too much for one address waits.
   */
  async confirm(recipientIds: readonly string[]): Promise<void> {
    const to = await this.em.execute<{ id: string; email: string; session_id: string }[]>(
      `select id, email, session_id from notification.recipient where id = any(?::uuid[]) and status in ${HOPING} order by id`, [inArray(recipientIds)]);
    const waits = await this.allowance.bookAll('sessions', to.map(({ email, session_id }) => ({ address: email, about: session_id })));
    await this.tellStanding(to.map(({ id }, at) => ({ id, wait: waits[at]! })), null);
  }

  /** The organizer has approved, or a seat was freed or is offered, or none is free: what they were told before is no longer so. Nobody but us provoked it. */
  async tellOfDecision(recipientId: string, message: string | null): Promise<void> {
    await this.em.execute(superseding(`recipient_id = ? and kind in ('pending', 'waitlisted', 'offered', 'denied', 'cancellation')`, 'decided'), [recipientId]);
    await this.tellStanding([{ id: recipientId, wait: 0 }], message);
  }

  /** To who had a seat it is taken from the calendar, too; and it is told by the same letter that would have given it. */
  async tellOfDenial(recipientId: string, message: string | null): Promise<void> {
    await this.em.execute(superseding(`recipient_id = ? and kind <> 'cancellation'`, 'decided'), [recipientId]);
    await this.em.execute(`
      insert into notification.delivery (${COLUMNS}, message)
      select ${VALUES(`case when ${hasHeard('recipient')} then 'cancellation' else 'denied' end`)}, ?
        from notification.recipient join notification.session on session.id = recipient.session_id
       where recipient.id = ? and recipient.status = 'denied' and session.status in ('scheduled', 'live')
      on conflict do nothing`, [message, recipientId]);
  }

  /** The seat that was held for them has gone on to the next. Whoever had not heard of the offer yet hears this alone. */
  async tellOfLapse(recipientId: string): Promise<void> {
    await this.em.execute(superseding(`recipient_id = ? and kind <> 'cancellation'`, 'decided'), [recipientId]);
    await this.em.execute(`
      insert into notification.delivery (${COLUMNS})
      select ${VALUES(`'offer-lapsed'`)}
        from notification.recipient join notification.session on session.id = recipient.session_id
       where recipient.id = ? and recipient.status = 'withdrawn' and session.status in ('scheduled', 'live')
      on conflict do nothing`, [recipientId]);
  }

  /** @param to with the seconds after which each may hear of it, in the order of their ids */
  private async tellStanding(to: readonly { id: string; wait: number }[], message: string | null): Promise<void> {
    if (to.length === 0) return;
    await this.em.execute(`
      insert into notification.delivery (${COLUMNS}, message)
      select ${VALUES(`case session.status when 'cancelled' then 'cancellation' else ${STANDING_LETTER} end`, 'now() + make_interval(secs => told.wait)')}, ?
        from unnest(?::uuid[], ?::float8[]) as told (id, wait)
             join notification.recipient on recipient.id = told.id join notification.session on session.id = recipient.session_id
       where recipient.status in ${HOPING} and session.status in ('scheduled', 'live', 'cancelled')
         for share of session
      on conflict do nothing`, [message, inArray(to.map(({ id }) => id)), inArray(to.map(({ wait }) => wait))]);
  }

  /**
   * The time has changed: what was not sent yet is superseded, and whoever believes another time gets one
   * letter, after a while in which the organizer may think again. Not when the start that people know, or
   * the new one, is near: then they are on their way already. Who was told nothing yet waits for nothing.
   */
  async tellOfMove(sessionId: string, { holdSeconds, nearMinutes }: { holdSeconds: number; nearMinutes: number }, startBefore: string): Promise<void> {
    await this.em.execute(superseding(`session_id = ? and kind <> 'cancellation' and kind not in ${ABOUT_WAITING}
      and slot_version < (select slot_version from notification.session where id = session_id and status = 'scheduled')`, 'rescheduled'), [sessionId]);
    await this.em.execute(`
      insert into notification.delivery (${COLUMNS})
      select ${VALUES(`case when invited then 'update' else ${FIRST_LETTER} end`,
        `case when invited and least(session.starts_at, ?::timestamptz) > now() + make_interval(mins => ?) then now() + make_interval(secs => ?) else greatest(now(), held_until) end`)}
        from notification.session join notification.recipient on recipient.session_id = session.id,
             lateral (select recipient.first_told is not null or ${hasHeard('recipient')} as invited) known,
             lateral (select max(next_try_at) as held_until from notification.delivery waiting where waiting.recipient_id = recipient.id and not invited and ${HELD_BACK('waiting')}) hold
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
       where session.id = ? and session.status = 'cancelled' and recipient.status in ${HOPING}
         -- who was to hear of it only later, because strangers have too much sent to them, need not hear that it is over
         and not exists (select from notification.delivery waiting where waiting.recipient_id = recipient.id and ${HELD_BACK('waiting')} and not ${hasHeard('recipient')})
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
         and not exists (select from notification.delivery known where known.recipient_id = recipient.id and known.kind = 'cancellation' and known.status <> 'superseded'
                          and not exists (select from notification.delivery later where later.recipient_id = recipient.id and later.kind in ${INVITING} and later.stamped_at > known.stamped_at))
      on conflict do nothing`, [recipientId]);
  }

  /** The link is taken back: where it stands in a calendar it is taken out of it, and nothing else is said. */
  async tellOfRevocation(recipientId: string): Promise<void> {
    await this.em.execute(superseding(`recipient_id = ? and kind <> 'cancellation'`, 'revoked'), [recipientId]);
    await this.em.execute(`
      insert into notification.delivery (${COLUMNS})
      select ${VALUES(`'cancellation'`)}
        from notification.recipient join notification.session on session.id = recipient.session_id
       where recipient.id = ? and recipient.status = 'revoked' and session.status in ('scheduled', 'live') and ${hasHeard('recipient')}
      on conflict do nothing`, [recipientId]);
  }

  /** Who is barred is told nothing any more, not even that. */
  async fallSilent(recipientId: string): Promise<void> {
    await this.em.execute(superseding('recipient_id = ?', 'barred'), [recipientId]);
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
    const wait = await this.waitOf(recipientId);
    await this.em.execute(superseding(`recipient_id = ? and kind in ${INVITING}`, 'link-rotated'), [recipientId]);
    await this.em.execute(`
      insert into notification.delivery (${COLUMNS})
      select ${VALUES(`case when ${hasHeard('recipient')} then 'link-rotated' else ${FIRST_LETTER} end`, IN_SECONDS)}
        from notification.recipient join notification.session on session.id = recipient.session_id
       where recipient.id = ? and recipient.status = 'confirmed' and session.status in ('scheduled', 'live')
         for share of session
      on conflict do nothing`, [wait, recipientId]);
  }

  /**
   * The link once more, or where they stand while they have none; unless a mail with it is on its way or went out in the last minute, and never beyond what one
   * address may be sent: it may belong to somebody else than who asks. Too much is not written: they may ask again.
   */
  async sendLinkAgain(recipientId: string): Promise<void> {
    // two instances may be asked at the same moment
    const [asking] = await this.em.execute<{ email: string; session_id: string }[]>(`
      select email, session_id from notification.recipient where id = ? and status in ${HOPING} and ${HAS_NO_LINK_COMING} for update`, [recipientId]);
    if (!asking || !(await this.allowance.bookNow('sessions', asking.email, asking.session_id))) return;
    await this.em.execute(`
      insert into notification.delivery (${COLUMNS})
      select ${VALUES(`case when recipient.status in ${ABOUT_WAITING} then recipient.status else 'link-again' end`)}
        from notification.recipient join notification.session on session.id = recipient.session_id
       where recipient.id = ? and recipient.status in ${HOPING} and session.status in ('scheduled', 'live') and ${HAS_NO_LINK_COMING}`, [recipientId]);
  }

  /** In seconds; counted from now on. */
  private async waitOf(recipientId: string): Promise<number> {
    const [to] = await this.em.execute<{ email: string; session_id: string }[]>(`select email, session_id from notification.recipient where id = ? and status in ${HOPING}`, [recipientId]);
    return to ? this.allowance.book('sessions', to.email, to.session_id) : 0;
  }
}

/** As PostgreSQL writes an array of what needs no quotes. */
const inArray = (values: readonly (string | number)[]): string => `{${values.join(',')}}`;
