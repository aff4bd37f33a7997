import { Migration } from '@mikro-orm/migrations';

/** When mails that strangers can provoke go to an address: at most so many in any hour about one thing, and in any day. */
export class MailAllowance extends Migration {
  override up(): void {
    this.addSql('create unlogged table platform.provoked_mail (whom text not null, about text not null, goes_at timestamptz not null)');
    this.addSql('create index provoked_mail_by_address on platform.provoked_mail (whom, goes_at desc)');
    // One at a time for an address, also between instances: each sees what the one before has booked.
    this.addSql(`
      create function platform.book_mail(to_whom text, about_what text, an_hour int, a_day int, now_or_never boolean) returns int language plpgsql as $$
      declare
        goes timestamptz;
      begin
        perform pg_advisory_xact_lock(hashtextextended(to_whom, 7));
        goes := greatest(
          clock_timestamp(),
          (select goes_at + interval '1 day' from platform.provoked_mail where whom = to_whom order by goes_at desc offset a_day - 1 limit 1),
          (select goes_at + interval '1 hour' from platform.provoked_mail where whom = to_whom and about = about_what order by goes_at desc offset an_hour - 1 limit 1));
        if goes <= clock_timestamp() or not now_or_never then
          insert into platform.provoked_mail (whom, about, goes_at) values (to_whom, about_what, goes);
        end if;
        return ceil(extract(epoch from greatest(interval '0', goes - clock_timestamp())));
      end $$`);
  }
}
