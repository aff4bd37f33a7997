import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { Refusal } from '../platform/model/refusal.js';
import { RequestDeletion } from '../scheduling/events.js';
import { Registration } from './model/registration.js';

/** Only a session that nobody registered for is deleted; the others are cancelled, for people were told of them. */
export class DeleteSessionWithoutRegistrants extends Command<void> {
  constructor(
    readonly sessionId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(DeleteSessionWithoutRegistrants)
export class DeleteSessionWithoutRegistrantsHandler implements ICommandHandler<DeleteSessionWithoutRegistrants> {
  constructor(
    private readonly em: EntityManager,
    private readonly commands: CommandBus,
  ) {}

  async execute({ sessionId, by }: DeleteSessionWithoutRegistrants): Promise<void> {
    await this.em.transactional(async (em) => {
      // Asked first: a session that is not theirs is not found, whatever its registrants.
      await this.commands.execute(new RequestDeletion(sessionId, by));
      // A registration that commits later finds its session's copy gone, and is refused.
      await em.execute('delete from registration.session where session_id = ?', [sessionId]);
      if ((await em.count(Registration, { sessionId })) > 0) {
        throw new Refusal('session-has-registrants', 'People have registered: cancel it, so that they are told.');
      }
    });
  }
}
