import { EntityManager } from '@mikro-orm/postgresql';
import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { SessionDeleted } from '../scheduling/events.js';

@Subscriber(SessionDeleted)
export class ForgetRoomWhenSessionDeleted implements Subscribes<SessionDeleted> {
  constructor(private readonly em: EntityManager) {}

  async handle({ facts }: SessionDeleted): Promise<void> {
    await this.em.execute('delete from conferencing.seat where session_id = ?', [facts.sessionId]);
    await this.em.execute('delete from conferencing.room where session_id = ?', [facts.sessionId]);
  }
}
