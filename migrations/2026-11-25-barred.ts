import { Migration } from '@mikro-orm/migrations';

/** Whom a host has banned keeps the claim on the address, and gets no mail. */
export class Barred extends Migration {
  override up(): void {
    this.addSql(`
      alter table notification.recipient
        drop constraint recipient_status_check,
        add constraint recipient_status_check check (status in ('confirmed', 'withdrawn', 'barred'))`);
  }
}
