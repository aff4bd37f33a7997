import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Lobby } from './lobby.js';
import { TellChanges } from './tell-changes.js';

/**
 * A change may have been announced while this instance did not hear, or could not be read when it was: twice
 * in each heartbeat the halls are held against the database, so that a lost push costs one look and no more.
 */
@Injectable()
export class LookForLostPushes {
  private readonly log = new Logger('Lobby');
  private looking = false;

  constructor(
    private readonly em: EntityManager,
    private readonly lobby: Lobby,
    private readonly tell: TellChanges,
  ) {}

  @Interval(5_000)
  async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      await this.compare(this.lobby.sessions());
    } catch (error) {
      this.log.warn(`Lost pushes were not looked for: ${(error as Error).message}`); // the next look is soon
    } finally {
      this.looking = false;
    }
  }

  private async compare(sessionIds: string[]): Promise<void> {
    if (sessionIds.length === 0) return;
    const rows = await this.em.getConnection().execute<{ session_id: string; doors: number; roster: number }[]>(
      'select session_id, doors, roster from conferencing.room where session_id = any(?::uuid[])',
      [`{${sessionIds.join(',')}}`],
    );
    const rooms = new Map(rows.map((row) => [row.session_id, row]));
    for (const sessionId of sessionIds) {
      const [room, told] = [rooms.get(sessionId), this.lobby.versionsOf(sessionId)];
      if (!told) continue;
      // One that was deleted has no room any more.
      if (!room || room.doors > told.doors) await RequestContext.create(this.em, () => this.tell.doors(sessionId));
      else this.lobby.note(sessionId, room);
    }
  }
}
