import { EntityManager } from '@mikro-orm/postgresql';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RequestDeletion } from './events.js';
import { sessionOf } from './session-of.js';

/** Takes a session off the calendar without a trace. */
@CommandHandler(RequestDeletion)
export class RequestDeletionHandler implements ICommandHandler<RequestDeletion> {
  constructor(private readonly em: EntityManager) {}

  async execute({ sessionId, by }: RequestDeletion): Promise<void> {
    const session = await sessionOf(this.em, sessionId, by);
    session.delete(by);
    this.em.remove(session);
    await this.em.flush();
  }
}
