import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { OPEN } from './as-told.js';

/** The reminder that every session has. */
export const LAST_REMINDER_MINUTES = 30;

/** Who is reminded, when, and who does not want to be. */
@Injectable()
export class Reminders {
  constructor(private readonly em: EntityManager) {}

  /**
   * Writes what has come due, by the database's clock. Of several moments that have passed, as after a
   * downtime, the one closest to the start counts. An organizer's own reminder counts from when it was asked for.
   * @returns how many were written, of at most so many at once
   */
  async write(atOnce: number): Promise<number> {
    const written = await this.em.fork().execute<object[]>(`
      with due as (
        select session.*, (
          select min(moment.minutes_before) from (
            select ${LAST_REMINDER_MINUTES} as minutes_before
            union select own.minutes_before from notification.own_reminder own
                   where own.session_id = session.id and session.starts_at - make_interval(mins => own.minutes_before) >= own.since
          ) moment where session.starts_at - make_interval(mins => moment.minutes_before) <= now()
        ) as minutes_before
          from notification.session
         where session.status in ('scheduled', 'live') and now() < session.starts_at
           and session.starts_at <= now() + make_interval(mins => greatest(${LAST_REMINDER_MINUTES}, (select max(minutes_before) from notification.own_reminder)))
      )
      insert into notification.delivery (session_id, recipient_id, kind, slot_version, sequence, minutes_before, stamped_at)
      select due.id, recipient.id, 'reminder', due.slot_version, due.schedule_version + recipient.revision, due.minutes_before, now()
        from due join notification.recipient on recipient.session_id = due.id
       where due.minutes_before is not null and recipient.status = 'confirmed' and recipient.reminders_off_at is null
         and not exists (
           select from notification.delivery known where known.recipient_id = recipient.id and (
             (known.kind = 'reminder' and known.slot_version = due.slot_version and known.minutes_before <= due.minutes_before)
             -- a confirmation, invitation or update that went out inside the window says it all; one on its way may yet, unless it is held back until it is too late
             or (known.kind in ('confirmation', 'invitation', 'update')
                 and ((known.${OPEN} and known.next_try_at < due.starts_at) or (known.status = 'sent' and known.sent_at >= due.starts_at - make_interval(mins => due.minutes_before))))))
       limit ?
      on conflict do nothing
      returning id, recipient_id, minutes_before`, [atOnce]);
    if (written.length > 0) await this.dropEarlier();
    return written.length;
  }

  /**
   * A reminder that could not leave until the next one came due says nothing that the next one does not. The next one is
   * looked for by its reader (`offset 0`): joined instead, ten thousand that had just been written were compared with one
   * another, for minutes.
   */
  private async dropEarlier(): Promise<void> {
    await this.em.fork().execute(`
      with gone as (
        update notification.delivery set status = 'superseded', reason = 'reminded-later'
         where ${OPEN} and kind = 'reminder' and leased_until is null
           and exists (select from notification.delivery later where later.recipient_id = delivery.recipient_id and later.kind = 'reminder'
                        and later.slot_version = delivery.slot_version and later.minutes_before < delivery.minutes_before offset 0)
        returning id
      )
      insert into notification.happening (delivery_id, event, answer) select id, 'superseded', 'reminded-later' from gone`);
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
