import { Migration } from '@mikro-orm/migrations';

/** What is planned. */
export class Scheduling extends Migration {
  override up(): void {
    this.addSql('create schema if not exists scheduling');
    this.addSql(`
      create table scheduling.session (
        id uuid primary key,
        workspace_id text not null,
        slug text not null unique,
        title text not null,
        description text not null,
        theme text not null check (theme in ('meeting', 'workshop', 'webinar')),
        status text not null check (status in ('scheduled', 'live', 'ended', 'cancelled')),
        form jsonb,
        host_user_id text not null,
        host_name text not null,
        host_email text not null,
        wall_time text not null,
        time_zone text not null,
        duration_minutes int not null check (duration_minutes > 0),
        starts_at timestamptz not null,
        created_at timestamptz not null,
        started_at timestamptz,
        ended_at timestamptz,
        schedule_version int not null,
        version int not null default 1
      )`);
    this.addSql('create index session_by_workspace on scheduling.session (workspace_id, starts_at)');
  }
}
