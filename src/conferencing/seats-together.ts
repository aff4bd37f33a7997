import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Together } from '../platform/database/together.js';
import { Clock } from '../platform/model/clock.js';
import { Seat } from './model/seat.js';

/** Rows of one statement: some tens of ms. */
export const MOST_TOGETHER = 1_000;
/** Where several come together: what a statement costs the processor is most of what each of a thousand costs. */
export const APART_MS = 20;

interface Spent {
  ticket: string;
}

/**
 * The ways of a seat that everybody takes in the same moment, at the start and after a cut of the network or a restart:
 * whatever arrives together is one statement. Rows are locked in the order of their ids, as everywhere where a statement changes
 * several seats, so that nobody waits for each other. Never inside a transaction.
 */
@Injectable()
export class SeatsTogether {
  private readonly held = new Together<{ sessionId: string; cookieHash: string }, Seat[]>((all) => this.readHeld(all), 2, MOST_TOGETHER, APART_MS);
  private readonly asked = new Together<string, Seat | null>((all) => this.readNotLeft(all), 2, MOST_TOGETHER, APART_MS);
  private readonly admitted = new Together<Seat>((all) => this.writeTickets(all), 1, MOST_TOGETHER, APART_MS);
  private readonly spent = new Together<string, Seat | null>((all) => this.takeTickets(all), 1, MOST_TOGETHER, APART_MS);

  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** The seats that a device holds in a session and has not left. Known to no identity map. */
  heldBy(sessionId: string, cookieHash: string): Promise<Seat[]> {
    return this.held.add({ sessionId, cookieHash });
  }

  /** A seat as it stands; null once it was left. Known to no identity map. */
  notLeft(seatId: string): Promise<Seat | null> {
    return this.asked.add(seatId);
  }

  /** Keeps the ticket that the seat was just given. Of two for one seat the later stands. */
  keepTicket(seat: Seat): Promise<void> {
    return this.admitted.add(seat);
  }

  /** The seat that a ticket belongs to; null where there is none, it is too late, or somebody was first. */
  spendTicket(ticketHash: string): Promise<Seat | null> {
    return this.spent.add(ticketHash);
  }

  private async readHeld(all: readonly { sessionId: string; cookieHash: string }[]): Promise<Seat[][]> {
    const distinct = (of: 'sessionId' | 'cookieHash') => [...new Set(all.map((one) => one[of]))];
    const seats = await this.em.fork().find(Seat, { sessionId: { $in: distinct('sessionId') }, cookieHash: { $in: distinct('cookieHash') }, left: false }, { disableIdentityMap: true });
    const byHolder = Map.groupBy(seats, ({ sessionId, cookieHash }) => `${sessionId} ${cookieHash}`);
    return all.map(({ sessionId, cookieHash }) => byHolder.get(`${sessionId} ${cookieHash}`) ?? []);
  }

  private async readNotLeft(ids: readonly string[]): Promise<(Seat | null)[]> {
    const seats = await this.em.fork().find(Seat, { id: { $in: [...new Set(ids)] }, left: false }, { disableIdentityMap: true });
    const byId = new Map(seats.map((seat) => [seat.id, seat]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  private async writeTickets(all: readonly Seat[]): Promise<void> {
    const latest = [...new Map(all.map((seat) => [seat.id, seat])).values()];
    await this.em.getConnection().execute(
      `with given as (select * from json_to_recordset(?::json) as row (id uuid, "ticketHash" text, credential text, "ticketEndsAt" timestamptz))
       , locked as materialized (select id from conferencing.seat where id in (select id from given) order by id for no key update)
       update conferencing.seat as seat set ticket_hash = given."ticketHash", credential = given.credential, ticket_ends_at = given."ticketEndsAt"
         from given, locked where seat.id = given.id and seat.id = locked.id`,
      [JSON.stringify(latest.map(({ id, ticketHash, credential, ticketEndsAt }) => ({ id, ticketHash, credential, ticketEndsAt })))],
    );
  }

  private async takeTickets(all: readonly string[]): Promise<(Seat | null)[]> {
    const rows = await this.em.getConnection().execute<(object & Spent)[]>(
      `with mine as materialized (
         select id, ticket_hash from conferencing.seat where ticket_hash = any(?::text[]) and ticket_ends_at > ? and not has_left order by id for no key update)
       update conferencing.seat as seat set ticket_hash = null from mine where seat.id = mine.id returning seat.*, mine.ticket_hash as ticket`,
      [`{${all.join(',')}}`, this.clock.now()], // by the clock that gave it: the database's may go otherwise
    );
    const em = this.em.fork();
    const found = new Map(rows.map(({ ticket, ...row }) => [ticket, em.map(Seat, row as never)]));
    return all.map((ticket) => {
      const seat = found.get(ticket) ?? null;
      found.delete(ticket); // once, and no second time
      return seat;
    });
  }
}
