import type { QueryBus } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { NotFound } from '../platform/model/refusal.js';
import { SessionAsPlanned, type SessionFacts } from '../scheduling/events.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The session, if it is of this organizer's workspace. Notification's copy may lag behind, or be gone: whose it is, Scheduling says. */
export async function sessionFor(queries: QueryBus, sessionId: string, by: Principal): Promise<SessionFacts> {
  const session = UUID.test(sessionId) ? await queries.execute(new SessionAsPlanned({ sessionId })) : null;
  if (session?.workspaceId !== by.workspaceId) throw new NotFound('session');
  return session;
}
