import { Migration } from '@mikro-orm/migrations';

/** Hosts and speakers whom the organizer named, each with a link of their own. */
export class Team extends Migration {
  override up(): void {
    this.addSql(`
      create table scheduling.teammate (
        id uuid primary key,
        session_id uuid not null references scheduling.session,
        role text not null check (role in ('host', 'speaker')),
        user_id text,
        name text,
        email text,
        email_key text,
        locale text not null,
        status text not null check (status in ('named', 'removed')),
        token_hash text unique,
        sealed_token text,
        revision int not null,
        named_at timestamptz not null,
        link_asked_at timestamptz not null,
        erased_at timestamptz,
        version int not null default 1
      )`);
    this.addSql(`create unique index one_teammate_for_each_address on scheduling.teammate (session_id, email_key) where status = 'named'`);
    this.addSql('create index teammate_by_session on scheduling.teammate (session_id, named_at, id)');
    this.addSql(`create index teammate_by_account on scheduling.teammate (user_id, session_id) where user_id is not null`);
    this.addSql(`create unique index one_invitation_for_each_link on notification.delivery (recipient_id, kind, sequence) where kind in ('invitation', 'link-rotated')`);
  }
}
