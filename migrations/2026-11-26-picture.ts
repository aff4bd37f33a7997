import { Migration } from '@mikro-orm/migrations';

/** A picture for the public page. Its bytes stand apart, so that whoever reads a session does not read them; they are packed already. */
export class Picture extends Migration {
  override up(): void {
    this.addSql('alter table scheduling.session add picture jsonb');
    this.addSql(`
      create table scheduling.picture (
        session_id uuid primary key references scheduling.session on delete cascade,
        hash text not null,
        type text not null check (type in ('image/jpeg', 'image/png', 'image/webp')),
        bytes bytea not null
      )`);
    this.addSql('alter table scheduling.picture alter bytes set storage external');
  }
}
