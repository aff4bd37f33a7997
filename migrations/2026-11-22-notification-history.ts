import { Migration } from '@mikro-orm/migrations';

const UTC = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const TIME = `jsonb_build_object('startsAt', ${UTC('session.starts_at')}, 'endsAt', ${UTC('session.ends_at')}, 'timeZone', session.time_zone)`;

/** What each person was told, each try with the mail server's answer, bounces, and the organizer's own reminders. */
export class NotificationHistory extends Migration {
  override up(): void {
    this.addSql(`
      alter table notification.delivery
        add column told jsonb,
        add column maybe_arrived boolean not null default false,
        add column reason text,
        add column bounce text check (bounce in ('hard', 'soft')),
        drop constraint delivery_kind_check,
        drop constraint delivery_status_check,
        add constraint delivery_kind_check check (kind in ('confirmation', 'update', 'link-again', 'link-rotated', 'reminder', 'cancellation', 'pending', 'denied', 'waitlisted', 'invitation')),
        add constraint delivery_status_check check (status in ('queued', 'deferred', 'sent', 'failed', 'superseded', 'expired', 'bounced'))`);
    this.addSql(`comment on column notification.delivery.told is 'the time that it tells, where it carries an invite: what counts once it has or may have arrived'`);
    this.addSql(`comment on column notification.delivery.maybe_arrived is 'a try whose end nobody knows: killed, or cut off after the final dot'`);
    this.addSql(`create index delivery_bounced on notification.delivery (recipient_id) where bounce = 'hard'`);
    this.addSql('alter table notification.recipient add column first_told jsonb, add column reminders_off_at timestamptz, drop constraint recipient_role_check');
    this.addSql(`alter table notification.recipient add constraint recipient_role_check check (role in ('attendee', 'host', 'speaker'))`);
    this.addSql(`comment on column notification.recipient.first_told is 'what a host knows without any mail: the time they planned first'`);
    // What was sent before this column was there told the session's present time, or else something older.
    this.addSql(`
      update notification.delivery set told = case when delivery.slot_version = session.slot_version then ${TIME} else '{}'::jsonb end
        from notification.session where session.id = session_id and kind in ('confirmation', 'update', 'link-again')`);
    this.addSql(`update notification.recipient set first_told = ${TIME} from notification.session where session.id = session_id and role = 'host'`);
    this.addSql(`
      create table notification.happening (
        id bigint generated always as identity primary key,
        delivery_id uuid not null references notification.delivery on delete cascade,
        at timestamptz not null default clock_timestamp(),
        event text not null,
        answer text,
        next_try_at timestamptz
      )`);
    this.addSql(`comment on table notification.happening is 'the history of each delivery: every try and what became of it'`);
    this.addSql('create index happening_by_delivery on notification.happening (delivery_id, id)');
    this.addSql(`
      create table notification.own_reminder (
        session_id uuid not null references notification.session,
        minutes_before int not null check (minutes_before > 0),
        since timestamptz not null default now(),
        primary key (session_id, minutes_before)
      )`);
    this.addSql(`comment on column notification.own_reminder.since is 'a moment that had passed when the reminder was asked for reminds nobody'`);
  }
}
