import { Migration } from '@mikro-orm/migrations';

/** Who did what to which thing, and when. By ids alone, and only ever added to. */
export class Audit extends Migration {
  override up(): void {
    this.addSql(`
      create table platform.audit (
        id bigint generated always as identity primary key,
        at timestamptz not null default now(),
        workspace_id text not null,
        user_id text not null,
        via text not null,
        what text not null,
        which jsonb not null,
        status int not null
      )`);
    this.addSql('create index audit_by_workspace on platform.audit (workspace_id, at)');
    this.addSql(`
      create function platform.only_added_to() returns trigger language plpgsql as $$
      begin
        raise exception 'The audit log is only added to.';
      end $$`);
    this.addSql('create trigger only_added_to before update or delete or truncate on platform.audit for each statement execute function platform.only_added_to()');
  }
}
