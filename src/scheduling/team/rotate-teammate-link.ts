import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { Sealer } from '../../platform/config/sealed.js';
import { Clock } from '../../platform/model/clock.js';
import { lookAgainWhenOutrun } from '../look-again.js';
import type { Teammate } from '../model/teammate.js';
import { freshLink } from './name-teammate.js';
import { teammateOf } from './teammate-of.js';

/** The link has reached the wrong hands: it dies, whoever came in by it is shown out, and a new one is mailed. */
export class RotateTeammateLink extends Command<Teammate> {
  constructor(
    readonly sessionId: string,
    readonly teammateId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(RotateTeammateLink)
export class RotateTeammateLinkHandler implements ICommandHandler<RotateTeammateLink> {
  constructor(
    private readonly em: EntityManager,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async execute({ sessionId, teammateId, by }: RotateTeammateLink): Promise<Teammate> {
    return lookAgainWhenOutrun(this.em, async () => {
      const { session, teammate } = await teammateOf(this.em, sessionId, teammateId, by);
      session.refuseChangesToTheTeam();
      teammate.rotateLink(freshLink(this.sealer), this.clock.now());
      await this.em.flush();
      return teammate;
    });
  }
}
