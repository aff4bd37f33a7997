import { Migration } from '@mikro-orm/migrations';

/** Whether *Start* counts down, and where a countdown runs. */
export class Countdown extends Migration {
  override up(): void {
    this.addSql('alter table scheduling.session add countdown boolean not null default false, add opens_at timestamptz');
    this.addSql('create index session_opens_at on scheduling.session (opens_at) where opens_at is not null');
    this.addSql('alter table conferencing.room add opens_at timestamptz');
  }
}
