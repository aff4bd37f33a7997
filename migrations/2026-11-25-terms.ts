import { Migration } from '@mikro-orm/migrations';

/** On which conditions people may come: until when, looked at first, so many. */
export class Terms extends Migration {
  override up(): void {
    this.addSql(`alter table scheduling.session add terms jsonb not null default '{"approval": false, "capacity": null, "closing": null}'`);
    this.addSql('alter table scheduling.session alter terms drop default');
    this.addSql(`comment on column scheduling.session.terms is 'closing: the wall time in the session''s zone, and beside it the instant that people are told'`);
    this.addSql(`
      alter table registration.session
        add closes_at timestamptz,
        add approval boolean not null default false,
        add capacity int check (capacity > 0)`);
    this.addSql('alter table registration.session alter approval drop default');
    this.addSql(`
      alter table registration.registration
        add constraint registration_status_check check (status in ('confirmed', 'pending', 'waitlisted', 'denied', 'withdrawn', 'barred'))`);
    // Seats are counted, and the first in line is found, for each registration where there is a limit.
    this.addSql(`create index registration_seated on registration.registration (session_id) where status = 'confirmed'`);
    this.addSql(`create index registration_in_line on registration.registration (session_id, registered_at, id) where status = 'waitlisted'`);
    this.addSql(`
      alter table notification.recipient drop constraint recipient_status_check,
        add constraint recipient_status_check check (status in ('confirmed', 'pending', 'waitlisted', 'denied', 'withdrawn', 'barred'))`);
    this.addSql('alter table notification.delivery add message text');
    this.addSql(`comment on column notification.delivery.message is 'what the organizer added in their own words; gone when the person is erased'`);
  }
}
