import { Migration } from '@mikro-orm/migrations';

/** Who may come. */
export class Registration extends Migration {
  override up(): void {
    this.addSql('create schema if not exists registration');
    this.addSql(`
      create table registration.session (
        session_id uuid primary key,
        workspace_id text not null,
        slug text not null unique,
        status text not null,
        time_zone text not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        form jsonb,
        copied_version int not null
      )`);
    this.addSql(`
      create table registration.registration (
        id uuid primary key,
        session_id uuid not null,
        email text not null,
        email_key text not null,
        name text not null,
        answers jsonb not null,
        time_zone text not null,
        locale text not null,
        status text not null,
        token_hash text not null unique,
        sealed_token text not null,
        revision int not null,
        registered_at timestamptz not null,
        link_asked_at timestamptz not null,
        version int not null default 1
      )`);
    // One claim for each session and address among those not withdrawn.
    this.addSql(`create unique index one_registration_for_each_address on registration.registration (session_id, email_key) where status <> 'withdrawn'`);
    this.addSql('create index registration_by_session on registration.registration (session_id, registered_at, id)');
  }
}
