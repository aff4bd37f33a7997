import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Principal } from '../../identity/principal.js';
import { Clock } from '../../platform/model/clock.js';
import { NotFound } from '../../platform/model/refusal.js';
import { Registration } from '../model/registration.js';
import { Seats } from '../seats.js';
import { Organized } from './organized.js';

/** What approving and denying have in common: who may, and of whom it is said. */
@Injectable()
export class Deciding {
  constructor(
    private readonly em: EntityManager,
    private readonly organized: Organized,
    private readonly clock: Clock,
    private readonly seats: Seats,
  ) {}

  /**
   * Decides about all of them in one transaction, those who came first before the others; a seat that is freed by it goes to who is first in line. Whoever acts on one of
   * them at the same moment, its owner among them, waits.
   *
   * @throws NotFound for a session or a registration that is not there and for another workspace's alike.
   */
  async about(sessionId: string, ids: readonly string[], by: Principal, decide: (registration: Registration, now: Date, seats: { take(): boolean }) => void): Promise<Registration[]> {
    this.organized.refuseWhenOver(await this.organized.sessionToChange(sessionId, by));
    return this.em.transactional(async (em) => {
      const limited = await this.seats.hold(sessionId);
      let free = limited ? await this.seats.free(sessionId) : Number.POSITIVE_INFINITY;
      const seats = { take: (): boolean => free > 0 && free-- > 0 };
      const meant = [...new Set(ids)];
      const registrations = await em.find(Registration, { id: { $in: meant }, sessionId }, { orderBy: { registeredAt: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
      if (registrations.length < meant.length) throw new NotFound('registration');
      for (const registration of registrations) decide(registration, this.clock.now(), seats);
      if (limited) await this.seats.fill(sessionId);
      return registrations;
    });
  }
}
