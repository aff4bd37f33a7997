import { Migration } from '@mikro-orm/migrations';

/** What the organizer's table of registrants is read by: the name as people order names, and the status. */
export class RegistrantsInOrder extends Migration {
  override up(): void {
    // In a database whose own locale is C, only ICU knows that Ö stands beside O, and that ö is its small letter.
    this.addSql(`create index registration_by_name on registration.registration (session_id, (lower(name collate "und-x-icu")), id) where erased_at is null`);
    this.addSql('create index registration_by_status on registration.registration (session_id, status, registered_at, id) where erased_at is null');
  }
}
