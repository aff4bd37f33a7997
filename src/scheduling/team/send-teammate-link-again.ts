import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { Clock } from '../../platform/model/clock.js';
import { lookAgainWhenOutrun } from '../look-again.js';
import type { Teammate } from '../model/teammate.js';
import { teammateOf } from './teammate-of.js';

/** A host or speaker cannot find their mail: the same link once more, into the same mailbox. */
export class SendTeammateLinkAgain extends Command<Teammate> {
  constructor(
    readonly sessionId: string,
    readonly teammateId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(SendTeammateLinkAgain)
export class SendTeammateLinkAgainHandler implements ICommandHandler<SendTeammateLinkAgain> {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async execute({ sessionId, teammateId, by }: SendTeammateLinkAgain): Promise<Teammate> {
    return lookAgainWhenOutrun(this.em, async () => {
      const { session, teammate } = await teammateOf(this.em, sessionId, teammateId, by);
      session.refuseChangesToTheTeam();
      teammate.sendLinkAgain(this.clock.now());
      await this.em.flush();
      return teammate;
    });
  }
}
