import { Migration } from '@mikro-orm/migrations';

const STATUSES = `('confirmed', 'pending', 'waitlisted', 'offered', 'denied', 'withdrawn', 'barred', 'revoked')`;

/** A freed seat may be offered to who is first in line, for so many hours, before it goes to the next. */
export class Offers extends Migration {
  override up(): void {
    this.addSql('alter table registration.session add waitlist_offer_hours int check (waitlist_offer_hours > 0)');
    this.addSql('alter table registration.registration add offered_until timestamptz');
    this.addSql('alter table notification.recipient add offered_until timestamptz');
    for (const [schema, table] of [['registration', 'registration'], ['notification', 'recipient']] as const) {
      this.addSql(`alter table ${schema}.${table} drop constraint ${table}_status_check, add constraint ${table}_status_check check (status in ${STATUSES})`);
    }
    // The seats that are held are counted with those that are taken, and those whose hour has come are looked for.
    this.addSql(`create index registration_offered on registration.registration (session_id, offered_until) where status = 'offered'`);
    this.addSql(`
      alter table notification.delivery
        drop constraint delivery_kind_check,
        add constraint delivery_kind_check check (kind in ('confirmation', 'update', 'link-again', 'link-rotated', 'reminder', 'cancellation', 'pending', 'denied', 'waitlisted', 'offered', 'offer-lapsed', 'invitation', 'host-missing'))`);
  }
}
