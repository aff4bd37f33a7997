import { Migration } from '@mikro-orm/migrations';

/** The organizer's own words on the closing page. */
export class Farewell extends Migration {
  override up(): void {
    this.addSql('alter table scheduling.session add farewell jsonb');
    this.addSql('alter table conferencing.room add farewell jsonb');
  }
}
