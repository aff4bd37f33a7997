import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { Clock } from '../platform/model/clock.js';
import { NotFound } from '../platform/model/refusal.js';
import { RequestStart } from './events.js';
import { lookAgainWhenOutrun } from './look-again.js';
import { Session } from './model/session.js';
import { OpenAfterCountdown } from './open-after-countdown.js';
import { sessionOf } from './session-of.js';
import { asHostOf } from './team/as-host-of.js';

/** The host opens the doors: at once, or where the organizer wants it so, after a countdown. */
export class StartSession extends Command<Session> {
  constructor(
    readonly sessionId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(StartSession)
export class StartSessionHandler implements ICommandHandler<StartSession> {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly countdowns: OpenAfterCountdown,
  ) {}

  async execute({ sessionId, by }: StartSession): Promise<Session> {
    return lookAgainWhenOutrun(this.em, async () => {
      const session = await sessionOf(this.em, sessionId, by);
      session.start(await asHostOf(this.em, session, by), this.clock.now());
      await this.em.flush();
      this.countdowns.begin(session);
      return session;
    });
  }
}

/** The same act from a host's seat in the room. */
@CommandHandler(RequestStart)
export class RequestStartHandler implements ICommandHandler<RequestStart> {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly countdowns: OpenAfterCountdown,
  ) {}

  async execute({ sessionId, by }: RequestStart): Promise<void> {
    await lookAgainWhenOutrun(this.em, async () => {
      const session = await this.em.findOne(Session, { id: sessionId });
      if (!session) throw new NotFound('session');
      session.start(by, this.clock.now());
      await this.em.flush();
      this.countdowns.begin(session);
    });
  }
}
