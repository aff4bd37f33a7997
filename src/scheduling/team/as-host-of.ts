import type { EntityManager } from '@mikro-orm/postgresql';
import type { Principal } from '../../identity/principal.js';
import type { Actor, Session } from '../model/session.js';
import { Teammate } from '../model/teammate.js';

/** A member whom the organizer named as a host may start and end the session by their account, too. */
export async function asHostOf(em: EntityManager, session: Session, by: Principal): Promise<Actor> {
  if (by.role === 'owner' || by.userId === session.hostUserId) return by;
  return { ...by, namedHost: (await em.count(Teammate, { sessionId: session.id, userId: by.userId, role: 'host', status: 'named' })) > 0 };
}
