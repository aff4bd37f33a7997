import { Migration } from '@mikro-orm/migrations';

/** What did not arrive is looked for as long as somebody looks at a session; there is little of it. */
export class LostDeliveries extends Migration {
  override up(): void {
    this.addSql(`create index delivery_lost on notification.delivery (session_id, created_at) where status in ('failed', 'bounced', 'expired')`);
  }
}
