import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { Clock } from '../platform/model/clock.js';
import { lookAgainWhenOutrun } from './look-again.js';
import type { Session } from './model/session.js';
import { sessionOf } from './session-of.js';

/** It will not take place; everyone who registered is told. */
export class CancelSession extends Command<Session> {
  constructor(
    readonly sessionId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(CancelSession)
export class CancelSessionHandler implements ICommandHandler<CancelSession> {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async execute({ sessionId, by }: CancelSession): Promise<Session> {
    return lookAgainWhenOutrun(this.em, async () => {
      const session = await sessionOf(this.em, sessionId, by);
      session.cancel(by, this.clock.now());
      await this.em.flush();
      return session;
    });
  }
}
