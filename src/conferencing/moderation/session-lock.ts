import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { NotFound } from '../../platform/model/refusal.js';
import { Rooms } from '../rooms.js';

/** How an organizer sees the door: open, or whoever is new has to be let in. */
export class SessionLock extends Query<{ locked: boolean }> {
  constructor(
    readonly sessionId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@QueryHandler(SessionLock)
export class SessionLockHandler implements IQueryHandler<SessionLock> {
  constructor(private readonly rooms: Rooms) {}

  async execute({ sessionId, by }: SessionLock): Promise<{ locked: boolean }> {
    const room = await this.rooms.find({ sessionId });
    if (room?.workspaceId !== by.workspaceId) throw new NotFound('session');
    return { locked: room.locked };
  }
}
