import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../platform/model/clock.js';
import { RegistrationByLink } from './registration-by-link.js';

/** A registrant wants to be forgotten: at any time, for no reason. Their seat goes with it. */
export class EraseOwnData extends Command<void> {
  constructor(readonly token: string) {
    super();
  }
}

@CommandHandler(EraseOwnData)
export class EraseOwnDataHandler implements ICommandHandler<EraseOwnData> {
  constructor(
    private readonly em: EntityManager,
    private readonly links: RegistrationByLink,
    private readonly clock: Clock,
  ) {}

  async execute({ token }: EraseOwnData): Promise<void> {
    await this.em.transactional(async () => {
      const { registration } = await this.links.findToChange(token);
      registration.erase(this.clock.now());
    });
  }
}
