import { Migration } from '@mikro-orm/migrations';

/** What was answered to a request with an Idempotency-Key: keyed hashes of who asked what, and the answer under seal. */
export class KeptAnswers extends Migration {
  override up(): void {
    this.addSql('create table platform.kept_answer (key text primary key, asked text not null, claim uuid not null, began_at timestamptz not null default now(), answer text)');
    this.addSql('create index kept_answer_by_age on platform.kept_answer (began_at)');
  }
}
