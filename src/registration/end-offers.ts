import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { InPortions } from '../platform/database/in-portions.js';
import { Seats, isOpenInSql } from './seats.js';

const EVERY_MS = 5_000;

/** An offer whose hour has come is over, by the database's clock, and the next in line is asked. */
@Injectable()
export class EndOffers {
  private readonly due = new InPortions(new Logger('Offers'), (most) => this.end(most), 1);

  constructor(
    private readonly em: EntityManager,
    private readonly seats: Seats,
  ) {}

  @Interval(EVERY_MS)
  scan(): Promise<void> {
    return this.due.look();
  }

  /** One session at a time. Another instance looks, too: what it holds is its own to end. */
  private end(most: number): Promise<number> {
    return this.em.fork().transactional(async (em) => {
      const due = await em.execute<{ session_id: string }[]>(
        `select session_id from registration.session where ${isOpenInSql}
            and exists (select from registration.registration offered where offered.session_id = session.session_id and offered.status = 'offered' and offered.offered_until <= now())
          limit ? for no key update skip locked`, [most]);
      for (const { session_id: sessionId } of due) await this.seats.fill(sessionId);
      return due.length;
    });
  }
}
