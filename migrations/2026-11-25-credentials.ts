import { Migration } from '@mikro-orm/migrations';

/** By which sign-in or API key somebody took a seat: when that ends, the seat's socket does. */
export class Credentials extends Migration {
  override up(): void {
    this.addSql('alter table conferencing.seat add credential text');
  }
}
