import { Migration } from '@mikro-orm/migrations';

/** Who may start in a host's place where none has come. */
export class Steward extends Migration {
  override up(): void {
    this.addSql('alter table scheduling.session add steward jsonb');
    this.addSql('alter table conferencing.room add steward jsonb');
  }
}
