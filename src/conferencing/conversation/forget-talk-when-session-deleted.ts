import { EntityManager } from '@mikro-orm/postgresql';
import { Subscriber, type Subscribes } from '../../platform/events/subscriber.js';
import { SessionDeleted } from '../../scheduling/events.js';

@Subscriber(SessionDeleted)
export class ForgetTalkWhenSessionDeleted implements Subscribes<SessionDeleted> {
  constructor(private readonly em: EntityManager) {}

  async handle({ facts: { sessionId } }: SessionDeleted): Promise<void> {
    for (const table of ['chat_message', 'raised_hand', 'question', 'poll', 'talk']) await this.em.execute(`delete from conferencing.${table} where session_id = ?`, [sessionId]);
  }
}
