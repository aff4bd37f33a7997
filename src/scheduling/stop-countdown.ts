import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { NotFound } from '../platform/model/refusal.js';
import { RequestCountdownStop } from './events.js';
import { lookAgainWhenOutrun } from './look-again.js';
import { Session } from './model/session.js';
import { sessionOf } from './session-of.js';
import { asHostOf } from './team/as-host-of.js';

/** A host pressed *Start* too early: the doors stay closed. Whichever process counts finds nothing to open. */
export class StopCountdown extends Command<Session> {
  constructor(
    readonly sessionId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(StopCountdown)
export class StopCountdownHandler implements ICommandHandler<StopCountdown> {
  constructor(private readonly em: EntityManager) {}

  async execute({ sessionId, by }: StopCountdown): Promise<Session> {
    return lookAgainWhenOutrun(this.em, async () => {
      const session = await sessionOf(this.em, sessionId, by);
      session.stopCountdown(await asHostOf(this.em, session, by));
      await this.em.flush();
      return session;
    });
  }
}

/** The same act from a host's seat backstage. */
@CommandHandler(RequestCountdownStop)
export class RequestCountdownStopHandler implements ICommandHandler<RequestCountdownStop> {
  constructor(private readonly em: EntityManager) {}

  async execute({ sessionId, by }: RequestCountdownStop): Promise<void> {
    await lookAgainWhenOutrun(this.em, async () => {
      const session = await this.em.findOne(Session, { id: sessionId });
      if (!session) throw new NotFound('session');
      session.stopCountdown(by);
      await this.em.flush();
    });
  }
}
