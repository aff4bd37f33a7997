import { Migration } from '@mikro-orm/migrations';

/** How many of the audience are in a room at once. */
export class RoomLimit extends Migration {
  override up(): void {
    this.addSql('alter table scheduling.session add room_limit int check (room_limit > 0)');
    this.addSql('alter table conferencing.room add room_limit int');
  }
}
