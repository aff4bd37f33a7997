import type { EntityManager } from '@mikro-orm/postgresql';
import type { Principal } from '../../identity/principal.js';
import { NotFound } from '../../platform/model/refusal.js';
import type { Session } from '../model/session.js';
import { Teammate } from '../model/teammate.js';
import { sessionOf } from '../session-of.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Somebody on the team of one of the organizer's own sessions, to be changed.
 *
 * @throws NotFound for what is not there and for another workspace's alike; Forbidden for who may only look.
 */
export async function teammateOf(em: EntityManager, sessionId: string, teammateId: string, by: Principal): Promise<{ session: Session; teammate: Teammate }> {
  const session = await sessionOf(em, sessionId, by);
  session.refuseStrangers(by);
  const teammate = UUID.test(teammateId) ? await em.findOne(Teammate, { id: teammateId, sessionId: session.id, erasedAt: null }) : null;
  if (!teammate) throw new NotFound('teammate');
  return { session, teammate };
}
