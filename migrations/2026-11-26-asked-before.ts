import { Migration } from '@mikro-orm/migrations';

/** What a form asked once, so that old answers keep their questions. */
export class AskedBefore extends Migration {
  override up(): void {
    this.addSql(`alter table scheduling.session add asked_before jsonb not null default '[]'`);
    this.addSql('alter table scheduling.session alter asked_before drop default');
  }
}
