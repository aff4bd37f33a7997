import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { Clock } from '../../platform/model/clock.js';
import { Forbidden, NotFound, Refusal } from '../../platform/model/refusal.js';
import { SessionAsPlanned, isOver, phaseOf, type FormerField, type SessionFacts } from '../../scheduling/events.js';
import { Registration } from '../model/registration.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Finds what an organizer means, and whether it is theirs: another workspace's is not there, a colleague's may be looked at. */
@Injectable()
export class Organized {
  constructor(
    private readonly em: EntityManager,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for what is not there and for another workspace's alike. */
  async session(sessionId: string, by: Principal): Promise<SessionFacts & { askedBefore: FormerField[] }> {
    const session = UUID.test(sessionId) ? await this.queries.execute(new SessionAsPlanned({ sessionId })) : null;
    if (session?.workspaceId !== by.workspaceId) throw new NotFound('session');
    return session;
  }

  /** @throws Forbidden for who may only look. */
  async sessionToChange(sessionId: string, by: Principal): Promise<SessionFacts> {
    const session = await this.session(sessionId, by);
    if (by.role !== 'owner' && by.userId !== session.host.userId) throw new Forbidden('not-the-organizer', 'Only its organizer can change it.');
    return session;
  }

  async registration(sessionId: string, registrationId: string, by: Principal): Promise<Registration> {
    await this.session(sessionId, by);
    return found(UUID.test(registrationId) ? await this.em.findOne(Registration, { id: registrationId, sessionId, erasedAt: null }) : null);
  }

  /** Within a transaction: whoever acts at the same moment, the registrant among them, waits. */
  async registrationToChange(sessionId: string, registrationId: string, by: Principal): Promise<{ session: SessionFacts; registration: Registration }> {
    const session = await this.sessionToChange(sessionId, by);
    const registration = UUID.test(registrationId) ? await this.em.findOne(Registration, { id: registrationId, sessionId, erasedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
    return { session, registration: found(registration) };
  }

  /** @throws Refusal once there is nothing left to come to. */
  refuseWhenOver(session: SessionFacts): void {
    if (isOver(phaseOf(session, this.clock.now()))) throw new Refusal('session-over', 'The session is over: nobody comes in by a link any more.');
  }
}

function found(registration: Registration | null): Registration {
  if (!registration) throw new NotFound('registration');
  return registration;
}
