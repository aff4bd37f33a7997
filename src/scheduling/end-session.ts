import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { Clock } from '../platform/model/clock.js';
import { NotFound } from '../platform/model/refusal.js';
import { RequestEnd } from './events.js';
import { lookAgainWhenOutrun } from './look-again.js';
import { Session } from './model/session.js';
import { sessionOf } from './session-of.js';
import { asHostOf } from './team/as-host-of.js';

/** The host ends it for everyone. */
export class EndSession extends Command<Session> {
  constructor(
    readonly sessionId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(EndSession)
export class EndSessionHandler implements ICommandHandler<EndSession> {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async execute({ sessionId, by }: EndSession): Promise<Session> {
    return lookAgainWhenOutrun(this.em, async () => {
      const session = await sessionOf(this.em, sessionId, by);
      session.end(await asHostOf(this.em, session, by), this.clock.now());
      await this.em.flush();
      return session;
    });
  }
}

/** The same act from a host’s seat, or by the passing of time in an empty room. */
@CommandHandler(RequestEnd)
export class RequestEndHandler implements ICommandHandler<RequestEnd> {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async execute({ sessionId, by }: RequestEnd): Promise<void> {
    await lookAgainWhenOutrun(this.em, async () => {
      const session = await this.em.findOne(Session, { id: sessionId });
      if (!session) throw new NotFound('session');
      session.end(by, this.clock.now());
      await this.em.flush();
    });
  }
}
