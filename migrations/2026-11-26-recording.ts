import { Migration } from '@mikro-orm/migrations';

/** Whether a session may be recorded, and who may see it. */
export class Recording extends Migration {
  override up(): void {
    this.addSql(`alter table scheduling.session add recording text not null default 'off' check (recording in ('off', 'hosts', 'everyone'))`);
    this.addSql('alter table scheduling.session alter recording drop default');
  }
}
