import { Migration } from '@mikro-orm/migrations';

/** Who was in the live room, from when to when. */
export class Stays extends Migration {
  override up(): void {
    this.addSql(`
      create table conferencing.stay (
        seat_id uuid not null references conferencing.seat on delete cascade,
        session_id uuid not null,
        came_at timestamptz not null,
        went_at timestamptz check (went_at >= came_at),
        primary key (seat_id, came_at)
      )`);
    this.addSql('create unique index stay_open on conferencing.stay (seat_id) where went_at is null');
    this.addSql('create index stay_of_session on conferencing.stay (session_id)');
    this.addSql(`create index room_live on conferencing.room (session_id) where status = 'live'`);
    // When an instance was last seen tells how long its people were, also after a crash of the database.
    this.addSql('alter table conferencing.instance set logged');
  }
}
