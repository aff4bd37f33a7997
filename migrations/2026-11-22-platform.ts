import { Migration } from '@mikro-orm/migrations';

/** What serves all contexts. Unlogged: a crash forgets counts, never facts. */
export class Platform extends Migration {
  override up(): void {
    this.addSql('create schema if not exists platform');
    this.addSql('create unlogged table platform.rate_limit (key text primary key, ends_at timestamptz not null, spent int not null)');
  }
}
