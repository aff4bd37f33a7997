import { Migration } from '@mikro-orm/migrations';

/** What hosts decide: who is let in, who is heard, who is on stage. */
export class Moderation extends Migration {
  override up(): void {
    this.addSql(`
      alter table conferencing.room
        add column locked boolean not null default false,
        add column microphones_held boolean not null default false,
        add column cameras_held boolean not null default false,
        add column moderation int not null default 0,
        add column knocks int not null default 0`);
    this.addSql(`
      alter table conferencing.seat
        add column admission text not null default 'admitted' check (admission in ('admitted', 'knocking', 'denied', 'removed', 'banned')),
        add column knocked_at timestamptz,
        add column was_removed boolean not null default false,
        add column muted boolean not null default false,
        add column camera_stopped boolean not null default false,
        add column invitation text check (invitation in ('awaited', 'declined')),
        add column moderated int not null default 0`);
    this.addSql(`create index seat_moderated on conferencing.seat (session_id, moderated) where moderated > 0`);
    this.addSql(`create index seat_knocking on conferencing.seat (session_id) where admission = 'knocking'`);
  }
}
