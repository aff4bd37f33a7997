import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { createHmac } from 'node:crypto';
import { Configuration } from '../config/configuration.js';
import { DirectDatabase } from '../database/direct-database.js';

/** Which mails are counted together: those about sessions, and those about an account. */
export type MailsAbout = 'sessions' | 'accounts';

const AN_HOUR = 3;
const A_DAY = 10;

/**
 * How much mail strangers can have us send to one address, counted for all instances and workspaces together: three in
 * any hour about the same thing, ten in any day. Apart for sessions and for accounts, or whoever is registered
 * everywhere by somebody else could not sign in any more. Kept are keyed hashes: no address stands in the table.
 */
@Injectable()
export class MailAllowance {
  constructor(
    private readonly database: DirectDatabase,
    private readonly configuration: Configuration,
  ) {}

  /** Books one mail more; @returns after how many seconds it may go. */
  async book(mails: MailsAbout, address: string, about: string): Promise<number> {
    const [wait] = await this.ask(mails, [{ address, about }], false);
    return wait!;
  }

  /** Books one mail more to each, by one statement; @returns after how many seconds each may go, in the order asked for. */
  async bookAll(mails: MailsAbout, letters: readonly { address: string; about: string }[]): Promise<number[]> {
    return this.ask(mails, letters, false);
  }

  /** Books it if it may go now; what may not is to be forgotten. */
  async bookNow(mails: MailsAbout, address: string, about: string): Promise<boolean> {
    const [wait] = await this.ask(mails, [{ address, about }], true);
    return wait === 0;
  }

  @Interval(600_000)
  async forget(): Promise<void> {
    await this.database.query({ name: 'forget-provoked-mail', text: `delete from platform.provoked_mail where goes_at < now() - interval '1 day'`, values: [] }).catch(() => undefined);
  }

  private async ask(mails: MailsAbout, letters: readonly { address: string; about: string }[], nowOrNever: boolean): Promise<number[]> {
    const [anHour, aDay] = [AN_HOUR, A_DAY].map((most) => Math.ceil(most * this.configuration.rateLimitFactor)) as [number, number];
    if (aDay > 1_000_000) return letters.map(() => 0);
    const whom = letters.map(({ address }) => createHmac('sha256', this.configuration.secret).update(`mail ${mails}\n${address.toLowerCase()}`).digest('base64url').slice(0, 22));
    // each locks its address until the statement ends: all in one order, or two statements could wait for one another
    const booked = await this.database.query<{ wait: number }>({ name: 'book-mails', values: [whom, letters.map(({ about }) => about), anHour, aDay, nowOrNever], text: `
      with asked as materialized (
        select place, platform.book_mail(whom, about, $3, $4, $5) as wait
          from (select * from unnest($1::text[], $2::text[]) with ordinality as letter (whom, about, place) order by whom, place offset 0) letter
      )
      select wait from asked order by place` });
    return booked.map(({ wait }) => wait);
  }
}
