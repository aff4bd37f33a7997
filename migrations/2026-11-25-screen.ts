import { Migration } from '@mikro-orm/migrations';

/** Who shows their screen. */
export class Screen extends Migration {
  override up(): void {
    this.addSql('alter table conferencing.seat add screen boolean not null default false');
  }
}
