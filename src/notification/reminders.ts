import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { OPEN } from './as-told.js';

/** The reminder that every session has. */
export const LAST_REMINDER_MINUTES = 30;

/** A moment before one start at which people are reminded, and has come. */
export interface DueMoment {
  sessionId: string;
  slotVersion: number;
  startsAt: string;
  minutesBefore: number;
}

/** One look at some of a session's people, in the order of their ids. */
interface Page {
  /** Whom the next look begins after; null when it was the last one. */
  last: string | null;
  written: number;
}

/**
 * The moment that counts for each session that will start. Of several that have passed, as after a downtime, the one
 * closest to the start. An organizer's own reminder counts from when it was asked for.
 */
const DUE = `
  select moment.* from (
    select session.id, session.slot_version, session.schedule_version, session.starts_at, (
      select min(moment.minutes_before) from (
        select ${LAST_REMINDER_MINUTES} as minutes_before
        union select own.minutes_before from notification.own_reminder own
               where own.session_id = session.id and session.starts_at - make_interval(mins => own.minutes_before) >= own.since
      ) moment where session.starts_at - make_interval(mins => moment.minutes_before) <= now()
    ) as minutes_before
      from notification.session
     where session.status in ('scheduled', 'live') and now() < session.starts_at
       and session.starts_at <= now() + make_interval(mins => greatest(${LAST_REMINDER_MINUTES}, (select max(minutes_before) from notification.own_reminder)))
  ) moment where moment.minutes_before is not null`;

/** Who is reminded, when, and who does not want to be. */
@Injectable()
export class Reminders {
  constructor(private readonly em: EntityManager) {}

  /** What has come, by the database's clock: until the start, also when all of it has been written. */
  async due(): Promise<DueMoment[]> {
    return this.em.fork().execute<DueMoment[]>(
      `select id as "sessionId", slot_version as "slotVersion", starts_at::text as "startsAt", minutes_before as "minutesBefore" from (${DUE}) due`);
  }

  /**
   * Writes the reminders of one moment, for so many people at most, after whom the last look ended with. An earlier
   * reminder that could not leave until this one came due says nothing that this one does not, and gives way.
   *
   * What there is of each person is looked up by its key (`offset 0`): a plan for any number of them reads all
   * deliveries there are, or compares ten thousand that have just been written with one another.
   */
  async write({ sessionId, slotVersion, minutesBefore }: DueMoment, after: string | null, atMost: number): Promise<Page> {
    const [page] = await this.em.fork().execute<[Page]>(`
      with due as (
        select * from (${DUE}) due where due.id = ? and due.slot_version = ? and due.minutes_before = ?
      ), page as (
        select due.id as session_id, due.slot_version, due.schedule_version, due.minutes_before, due.starts_at, recipient.id, recipient.revision, recipient.reminders_off_at
          from due join notification.recipient on recipient.session_id = due.id
         where recipient.status = 'confirmed' and (?::uuid is null or recipient.id > ?::uuid)
         order by recipient.id limit ?
      ), written as (
        insert into notification.delivery (session_id, recipient_id, kind, slot_version, sequence, minutes_before, stamped_at)
        select page.session_id, page.id, 'reminder', page.slot_version, page.schedule_version + page.revision, page.minutes_before, now()
          from page
         where page.reminders_off_at is null and not exists (
           select from notification.delivery known where known.recipient_id = page.id and (
             (known.kind = 'reminder' and known.slot_version = page.slot_version and known.minutes_before <= page.minutes_before)
             -- a confirmation, invitation or update that went out inside the window says it all; one on its way may yet, unless it is held back until it is too late
             or (known.kind in ('confirmation', 'invitation', 'update')
                 and ((known.${OPEN} and known.next_try_at < page.starts_at) or (known.status = 'sent' and known.sent_at >= page.starts_at - make_interval(mins => page.minutes_before))))) offset 0)
        on conflict do nothing
        returning recipient_id, slot_version, minutes_before
      ), gone as (
        update notification.delivery set status = 'superseded', reason = 'reminded-later'
          from written, lateral (
            select id from notification.delivery where recipient_id = written.recipient_id and kind = 'reminder'
               and slot_version = written.slot_version and minutes_before > written.minutes_before offset 0) earlier
         where delivery.id = earlier.id and delivery.${OPEN} and delivery.leased_until is null
        returning delivery.id
      ), told as (
        insert into notification.happening (delivery_id, event, answer) select id, 'superseded', 'reminded-later' from gone
      )
      select case when (select count(*) from page) = ? then (select id from page order by id desc limit 1) end as last, (select count(*) from written)::int as written`,
    [sessionId, slotVersion, minutesBefore, after, after, atMost, atMost]);
    return page;
  }

  async ofSession(sessionId: string): Promise<number[]> {
    const rows = await this.em.execute<{ minutes: number }[]>(
      'select minutes_before as minutes from notification.own_reminder where session_id = ? order by minutes_before desc', [sessionId]);
    return rows.map(({ minutes }) => minutes);
  }

  /** What stays keeps the moment since when it counts. */
  async set(sessionId: string, minutesBefore: readonly number[]): Promise<void> {
    const wanted = JSON.stringify(minutesBefore);
    await this.em.transactional(async (em) => {
      await em.execute('select 1 from notification.session where id = ? for update', [sessionId]);
      await em.execute('delete from notification.own_reminder where session_id = ? and minutes_before not in (select value::int from jsonb_array_elements_text(?::jsonb))', [sessionId, wanted]);
      await em.execute(`insert into notification.own_reminder (session_id, minutes_before) select ?, value::int from jsonb_array_elements_text(?::jsonb) on conflict do nothing`, [sessionId, wanted]);
    });
  }

  async copy(from: string, to: string): Promise<void> {
    await this.em.execute('insert into notification.own_reminder (session_id, minutes_before) select ?, minutes_before from notification.own_reminder where session_id = ? on conflict do nothing', [to, from]);
  }

  /** For good, for this registration; what waits to leave does not. Saying it twice changes nothing. */
  async stopFor(recipientId: string): Promise<void> {
    await this.em.transactional(async (em) => {
      await em.execute('update notification.recipient set reminders_off_at = now() where id = ? and reminders_off_at is null', [recipientId]);
      await em.execute(`
        with gone as (
          update notification.delivery set status = 'superseded', reason = 'reminders-off' where ${OPEN} and kind = 'reminder' and recipient_id = ? returning id
        )
        insert into notification.happening (delivery_id, event, answer) select id, 'superseded', 'reminders-off' from gone`, [recipientId]);
    });
  }
}
