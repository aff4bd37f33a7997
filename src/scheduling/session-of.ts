import type { EntityManager } from '@mikro-orm/postgresql';
import type { Principal } from '../identity/principal.js';
import { NotFound } from '../platform/model/refusal.js';
import { Session } from './model/session.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** @throws NotFound for one that is not there and for one of another workspace alike. */
export async function sessionOf(em: EntityManager, sessionId: string, by: Pick<Principal, 'workspaceId'>): Promise<Session> {
  const session = UUID.test(sessionId) ? await em.findOne(Session, { id: sessionId, workspaceId: by.workspaceId }) : null;
  if (!session) throw new NotFound('session');
  return session;
}
