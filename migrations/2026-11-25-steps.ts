import { Migration } from '@mikro-orm/migrations';

/** What became of a registrant on the way in: only ever added to. Stays tell the rest. */
export class Steps extends Migration {
  override up(): void {
    this.addSql(`
      create table conferencing.step (
        id bigint generated always as identity primary key,
        session_id uuid not null,
        registration_id uuid not null,
        at timestamptz not null default clock_timestamp(),
        what text not null check (what in ('opened', 'device-refused', 'joined', 'moved', 'turned-away', 'waiting', 'knocking', 'gave-up-waiting', 'denied', 'removed', 'banned')),
        detail text
      )`);
    this.addSql('create index step_by_registration on conferencing.step (registration_id, id)');
    this.addSql('create index step_of_session on conferencing.step (session_id)');
  }
}
