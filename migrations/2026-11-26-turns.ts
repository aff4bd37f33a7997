import { Migration } from '@mikro-orm/migrations';

/** What became of a registration, one row for each turn that it took: no name and no address stands in it. */
export class Turns extends Migration {
  override up(): void {
    this.addSql('create schema reporting');
    this.addSql(`
      create table reporting.turn (
        registration_id uuid not null,
        version int not null,
        session_id uuid not null,
        at timestamptz not null,
        what text not null,
        primary key (registration_id, version)
      )`);
  }
}
