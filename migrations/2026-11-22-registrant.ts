import { Migration } from '@mikro-orm/migrations';

/** What a person may do with their own registration: above all, have it erased. */
export class Registrant extends Migration {
  override up(): void {
    this.addSql(`
      alter table registration.registration
        alter email drop not null, alter email_key drop not null, alter name drop not null,
        alter answers drop not null, alter token_hash drop not null, alter sealed_token drop not null,
        add erased_at timestamptz`);
    this.addSql(`comment on column registration.registration.erased_at is 'who it was is gone since then; the row stays to be counted'`);
    this.addSql('alter table registration.session add over_at timestamptz');
    this.addSql(`comment on column registration.session.over_at is 'when it was ended or cancelled, which is not its planned end'`);
  }
}
