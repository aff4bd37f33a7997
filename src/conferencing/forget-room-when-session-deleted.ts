import { EntityManager } from '@mikro-orm/postgresql';
import { Logger } from '@nestjs/common';
import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { Announcements } from '../platform/realtime/announcements.js';
import { SessionDeleted } from '../scheduling/events.js';
import { MediaRooms } from './media-rooms.js';
import { Room } from './model/room.js';

/** A session that was deleted has no room, here or at the gateway; who waits in it is told. */
@Subscriber(SessionDeleted)
export class ForgetRoomWhenSessionDeleted implements Subscribes<SessionDeleted> {
  private readonly log = new Logger('Lobby');

  constructor(
    private readonly em: EntityManager,
    private readonly announcements: Announcements,
    private readonly media: MediaRooms,
  ) {}

  async handle({ facts: { sessionId } }: SessionDeleted): Promise<() => void> {
    const room = await this.em.findOne(Room, { sessionId }, { disableIdentityMap: true });
    await this.em.execute('delete from conferencing.step where session_id = ?', [sessionId]);
    await this.em.execute('delete from conferencing.seat where session_id = ?', [sessionId]);
    await this.em.execute('delete from conferencing.room where session_id = ?', [sessionId]);
    return () => {
      this.announcements.announce('doors', { sessionId });
      // Its row was all that tells the gateway's room from others': now, or with the gateway's next restart.
      if (room) this.media.close(room.media).catch((error: Error) => this.log.warn(`The room of a deleted session stays at the gateway: ${error.message}`));
    };
  }
}
