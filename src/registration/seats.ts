import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { hashToken } from '../platform/config/sealed.js';
import { Clock } from '../platform/model/clock.js';
import { Registration } from './model/registration.js';

/**
 * The seats of a session that has only so many. They are counted, not kept as a number: whoever takes or frees one
 * holds the session's row first, and what is freed goes to who is first in line in the same transaction. Where there is
 * no limit, nothing is held and nothing counted. All of it within a transaction.
 */
@Injectable()
export class Seats {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** Before a registration is touched, or two would wait for each other. False where there is no limit. */
  async hold(sessionId: string): Promise<boolean> {
    return (await this.em.execute<object[]>('select 1 from registration.session where session_id = ? and capacity is not null for no key update', [sessionId])).length > 0;
  }

  /** The same, of the session that a personal link is about. */
  async holdBehind(token: string): Promise<boolean> {
    const [known] = await this.em.execute<{ session_id: string }[]>('select session_id from registration.registration where token_hash = ?', [hashToken(token)]);
    return known !== undefined && this.hold(known.session_id);
  }

  /** How many are free; infinitely many where there is no limit. */
  async free(sessionId: string): Promise<number> {
    const [counted] = await this.em.execute<{ free: number | null }[]>(
      `select capacity - (select count(*)::int from registration.registration taken where taken.session_id = session.session_id and taken.status = 'confirmed') as free
         from registration.session where session_id = ?`, [sessionId]);
    return counted?.free ?? Number.POSITIVE_INFINITY;
  }

  /** What is free goes to those who are first in line, as long as there is something to come to. */
  async fill(sessionId: string): Promise<void> {
    await this.em.flush();
    const open = await this.em.execute<object[]>(
      `select 1 from registration.session where session_id = ? and (status = 'live' or (status = 'scheduled' and now() <= ends_at + interval '1 hour'))
          and exists (select from registration.registration waiting where waiting.session_id = session.session_id and waiting.status = 'waitlisted')`, [sessionId]);
    const free = open.length > 0 ? await this.free(sessionId) : 0;
    if (free <= 0) return;
    const next = await this.em.find(Registration, { sessionId, status: 'waitlisted' }, {
      orderBy: { registeredAt: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, ...(Number.isFinite(free) && { limit: free }),
    });
    for (const registration of next) registration.giveSeat(this.clock.now());
  }
}
