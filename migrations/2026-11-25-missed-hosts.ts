import { Migration } from '@mikro-orm/migrations';

/** No host is there when it should have begun: who waits is told, and the hosts are reminded once. */
export class MissedHosts extends Migration {
  override up(): void {
    this.addSql('alter table conferencing.room add schedule_version int not null default 0, add host_missing boolean not null default false, add reminded_version int');
    this.addSql('alter table conferencing.room alter schedule_version drop default, alter host_missing drop default');
    this.addSql(`comment on column conferencing.room.reminded_version is 'the schedule version for which the hosts were reminded'`);
    this.addSql(`create index room_scheduled on conferencing.room (session_id) where status = 'scheduled'`);
    this.addSql(`
      alter table notification.delivery drop constraint delivery_kind_check,
        add constraint delivery_kind_check check (kind in ('confirmation', 'update', 'link-again', 'link-rotated', 'reminder', 'cancellation', 'pending', 'denied', 'waitlisted', 'invitation', 'host-missing'))`);
    this.addSql(`create unique index one_call_to_each_host on notification.delivery (recipient_id, kind, slot_version) where kind = 'host-missing'`);
  }
}
