import { Migration } from '@mikro-orm/migrations';

/** What is asked of who comes without a link of their own. */
export class Passcode extends Migration {
  override up(): void {
    this.addSql('alter table scheduling.session add passcode_hash text');
    this.addSql('alter table registration.session add passcode boolean not null default false');
    this.addSql('alter table registration.session alter passcode drop default');
  }
}
