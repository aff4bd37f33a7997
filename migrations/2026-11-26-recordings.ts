import { Migration } from '@mikro-orm/migrations';

/** What is recorded of a session, who agreed to it, and the files that become of it. */
export class Recordings extends Migration {
  override up(): void {
    this.addSql(`alter table conferencing.room add recording text not null default 'off' check (recording in ('off', 'hosts', 'everyone'))`);
    this.addSql('alter table conferencing.room alter recording drop default');
    this.addSql('alter table conferencing.seat add recording_agreed_at timestamptz');
    this.addSql(`
      create table conferencing.recording (
        id uuid primary key default gen_random_uuid(),
        session_id uuid not null,
        started_at timestamptz not null default now(),
        stopped_at timestamptz
      )`);
    this.addSql('create unique index recording_running on conferencing.recording (session_id) where stopped_at is null');
    this.addSql('create index recording_of_session on conferencing.recording (session_id)');
    // Outlives its session and its seat: until its files are gone somebody has to know of them.
    this.addSql(`
      create table conferencing.recorded_piece (
        id uuid primary key default gen_random_uuid(),
        recording_id uuid not null,
        session_id uuid not null,
        seat_id uuid not null,
        feed_id text not null,
        begun_at timestamptz not null default now(),
        made_at timestamptz,
        claimed_until timestamptz,
        tries int not null default 0,
        trouble text,
        erased boolean not null default false,
        unique (recording_id, feed_id)
      )`);
    this.addSql(`comment on table conferencing.recorded_piece is 'one connection of one seat that was recorded; its id begins the names of its files'`);
    this.addSql('create index recorded_piece_of_session on conferencing.recorded_piece (session_id)');
    this.addSql('create index recorded_piece_of_seat on conferencing.recorded_piece (seat_id)');
    this.addSql('create index recorded_piece_due on conferencing.recorded_piece (begun_at) where made_at is null or erased');
    this.addSql(`
      create table conferencing.recorded_file (
        id uuid primary key default gen_random_uuid(),
        piece_id uuid not null references conferencing.recorded_piece on delete cascade,
        kind text not null check (kind in ('sound', 'picture', 'screen-sound', 'screen')),
        file text not null unique,
        started_at timestamptz not null,
        duration_ms int not null,
        bytes bigint not null
      )`);
    this.addSql('create index recorded_file_of_piece on conferencing.recorded_file (piece_id)');
  }
}
