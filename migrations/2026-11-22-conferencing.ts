import { Migration } from '@mikro-orm/migrations';

/** Who is in the foyer and the room. */
export class Conferencing extends Migration {
  override up(): void {
    this.addSql('create schema if not exists conferencing');
    this.addSql(`
      create table conferencing.room (
        session_id uuid primary key,
        workspace_id text not null,
        slug text not null unique,
        title text not null,
        theme text not null,
        status text not null,
        planned jsonb not null,
        host_user_id text not null,
        needs_registration boolean not null,
        started_at timestamptz,
        ended_at timestamptz,
        copied_version int not null,
        doors int not null,
        roster int not null,
        media_id text not null,
        media_secret text not null,
        media_pin text not null
      )`);
    this.addSql(`
      create table conferencing.seat (
        id uuid primary key,
        session_id uuid not null,
        role text not null check (role in ('host', 'speaker', 'attendee')),
        name text not null,
        occupant_kind text not null,
        occupant_id text not null,
        on_stage boolean not null,
        cookie_hash text not null,
        ticket_hash text unique,
        ticket_ends_at timestamptz,
        holding int not null,
        present boolean not null,
        instance text,
        has_left boolean not null,
        microphone boolean not null,
        camera boolean not null,
        feed_id text,
        taken_at timestamptz not null,
        unique (session_id, occupant_kind, occupant_id)
      )`);
    this.addSql('create index seat_by_cookie on conferencing.seat (session_id, cookie_hash)');
    this.addSql('create index seat_present on conferencing.seat (session_id) where present');
    // Which instances are alive: the seats of one that died are not present any more.
    this.addSql('create unlogged table conferencing.instance (id text primary key, seen_at timestamptz not null)');
  }
}
