import { Migration } from '@mikro-orm/migrations';

/** Letters know how a room behaves: who only watches one need not be told of camera and sound. */
export class ToldTheme extends Migration {
  override up(): void {
    // the version before this one writes rows without it
    this.addSql(`alter table notification.session add theme text not null default ''`);
    this.addSql(`comment on column notification.session.theme is 'empty where nobody has heard of it yet'`);
    // sessions that stand already will not be told of again before their reminders
    this.addSql('update notification.session set theme = planned.theme from scheduling.session planned where planned.id = session.id');
  }
}
