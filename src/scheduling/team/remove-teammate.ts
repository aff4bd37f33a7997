import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { Clock } from '../../platform/model/clock.js';
import { lookAgainWhenOutrun } from '../look-again.js';
import { teammateOf } from './teammate-of.js';

/** Off the team: the link opens nothing any more, and the seat is gone at once. */
export class RemoveTeammate extends Command<void> {
  constructor(
    readonly sessionId: string,
    readonly teammateId: string,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(RemoveTeammate)
export class RemoveTeammateHandler implements ICommandHandler<RemoveTeammate> {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async execute({ sessionId, teammateId, by }: RemoveTeammate): Promise<void> {
    await lookAgainWhenOutrun(this.em, async () => {
      const { teammate } = await teammateOf(this.em, sessionId, teammateId, by);
      teammate.remove(this.clock.now());
      await this.em.flush();
    });
  }
}
