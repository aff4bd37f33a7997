import { Migration } from '@mikro-orm/migrations';

/** The colour that a workspace's pages and mails wear. Beside the accounts' own tables, which their library makes. */
export class WorkspaceLook extends Migration {
  override up(): void {
    this.addSql('create schema if not exists identity');
    this.addSql(`create table identity.workspace_look (workspace_id text primary key, accent text not null check (accent ~ '^#[0-9a-f]{6}$'))`);
  }
}
