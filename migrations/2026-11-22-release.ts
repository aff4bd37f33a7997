import { Migration } from '@mikro-orm/migrations';

/** Who was let in at *Start*, and when each of them was there. */
export class Release extends Migration {
  override up(): void {
    this.addSql('alter table conferencing.seat add column gone_at timestamptz, add column released_at timestamptz, add column entered_at timestamptz');
    this.addSql('alter table conferencing.room add column last_in_at timestamptz');
  }
}
