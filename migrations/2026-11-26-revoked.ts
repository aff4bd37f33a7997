import { Migration } from '@mikro-orm/migrations';

/** Whose link the organizer has taken back keeps the claim on the address, until it is restored. */
export class Revoked extends Migration {
  override up(): void {
    for (const [schema, table] of [['registration', 'registration'], ['notification', 'recipient']] as const) {
      this.addSql(`
        alter table ${schema}.${table} drop constraint ${table}_status_check,
          add constraint ${table}_status_check check (status in ('confirmed', 'pending', 'waitlisted', 'denied', 'withdrawn', 'barred', 'revoked'))`);
    }
  }
}
