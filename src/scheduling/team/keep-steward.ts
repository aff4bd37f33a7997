import { EntityManager } from '@mikro-orm/postgresql';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RequestSteward } from '../events.js';
import { lookAgainWhenOutrun } from '../look-again.js';
import { sessionOf } from '../session-of.js';

/** The organizer says who may start where no host comes. */
@CommandHandler(RequestSteward)
export class RequestStewardHandler implements ICommandHandler<RequestSteward> {
  constructor(private readonly em: EntityManager) {}

  async execute({ sessionId, steward, by }: RequestSteward): Promise<void> {
    await lookAgainWhenOutrun(this.em, async () => {
      const session = await sessionOf(this.em, sessionId, by);
      session.appoint(by, steward);
      await this.em.flush();
    });
  }
}
