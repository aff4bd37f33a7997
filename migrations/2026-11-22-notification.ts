import { Migration } from '@mikro-orm/migrations';

/** Who is told what, and whether it arrived. */
export class Notification extends Migration {
  override up(): void {
    this.addSql('create schema if not exists notification');
    this.addSql(`
      create table notification.session (
        id uuid primary key,
        workspace_id text not null,
        slug text not null,
        title text not null,
        description text not null,
        status text not null,
        time_zone text not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        host_name text not null,
        host_email text not null,
        version int not null,
        schedule_version int not null,
        slot_version int not null
      )`);
    this.addSql(`comment on column notification.session.slot_version is 'the schedule version that brought the present start, zone and duration: what was written for an older one says what is no longer true'`);
    this.addSql(`create index notification_session_by_start on notification.session (starts_at) where status in ('scheduled', 'live')`);
    this.addSql(`
      create table notification.recipient (
        id uuid primary key,
        session_id uuid not null,
        role text not null check (role in ('attendee', 'host')),
        email text not null,
        name text not null,
        time_zone text not null,
        locale text not null,
        status text not null check (status in ('confirmed', 'withdrawn')),
        sealed_token text,
        revision int not null,
        version int not null,
        since timestamptz not null
      )`);
    this.addSql('create index recipient_by_session on notification.recipient (session_id)');
    this.addSql('create index recipient_by_address on notification.recipient (lower(email))');
    this.addSql(`
      create table notification.delivery (
        id uuid primary key default gen_random_uuid(),
        session_id uuid not null,
        recipient_id uuid not null references notification.recipient,
        kind text not null check (kind in ('confirmation', 'update', 'link-again', 'reminder', 'cancellation')),
        status text not null default 'queued' check (status in ('queued', 'deferred', 'sent', 'failed', 'superseded', 'expired')),
        slot_version int not null,
        sequence int not null,
        minutes_before int,
        before jsonb,
        created_at timestamptz not null default now(),
        stamped_at timestamptz not null,
        next_try_at timestamptz not null default now(),
        attempts int not null default 0,
        tried_at timestamptz,
        leased_until timestamptz,
        fence int not null default 0,
        last_answer text,
        sent_at timestamptz
      )`);
    this.addSql(`create unique index one_letter_for_each_change on notification.delivery (recipient_id, kind, sequence) where kind in ('confirmation', 'update', 'cancellation')`);
    this.addSql(`create unique index one_reminder on notification.delivery (recipient_id, kind, slot_version, minutes_before) where kind = 'reminder'`);
    this.addSql(`create index delivery_due on notification.delivery (next_try_at) where status in ('queued', 'deferred')`);
    this.addSql('create index delivery_by_recipient on notification.delivery (recipient_id)');
    this.addSql('create index delivery_by_session on notification.delivery (session_id, created_at)');
  }
}
