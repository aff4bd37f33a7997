import { EntityManager, ForeignKeyConstraintViolationException } from '@mikro-orm/postgresql';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Refusal } from '../platform/model/refusal.js';
import { RequestDeletion } from './events.js';
import { Teammate } from './model/teammate.js';
import { sessionOf } from './session-of.js';

/** Takes a session off the calendar without a trace. Not one that hosts or speakers were invited to: they were told. */
@CommandHandler(RequestDeletion)
export class RequestDeletionHandler implements ICommandHandler<RequestDeletion> {
  constructor(private readonly em: EntityManager) {}

  async execute({ sessionId, by }: RequestDeletion): Promise<void> {
    const session = await sessionOf(this.em, sessionId, by);
    session.delete(by);
    if ((await this.em.count(Teammate, { sessionId, status: 'named' })) > 0) throw hasTeam();
    await this.em.nativeDelete(Teammate, { sessionId });
    this.em.remove(session);
    await this.em.flush().catch((error: unknown) => {
      throw error instanceof ForeignKeyConstraintViolationException ? hasTeam() : error; // somebody was named at this moment
    });
  }
}

const hasTeam = (): Refusal => new Refusal('session-has-team', 'Hosts or speakers were invited: cancel it, so that they are told.');
