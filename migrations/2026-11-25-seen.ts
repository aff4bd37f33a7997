import { Migration } from '@mikro-orm/migrations';

/** How large each instance's people show each of those who send: so that nobody sends more than anybody sees. */
export class Seen extends Migration {
  override up(): void {
    // Unlogged: said anew within seconds.
    this.addSql(`create unlogged table conferencing.seen (
      instance text not null,
      session_id uuid not null,
      seat_id uuid not null,
      screen boolean not null,
      height int not null,
      primary key (session_id, seat_id, screen, instance)
    )`);
  }
}
