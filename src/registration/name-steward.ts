import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { sameAddressKey } from '../platform/model/address.js';
import { Invalid } from '../platform/model/refusal.js';
import { RequestSteward, WhomTheTeamAdmits, type Steward } from '../scheduling/events.js';
import { SessionCopies } from './copy-sessions.js';
import { Registration } from './model/registration.js';

/** Somebody on the team, or a registrant, may start where no host comes. Kept by who they are, not by their address. */
export class NameSteward extends Command<void> {
  /** @param email null for nobody */
  constructor(
    readonly sessionId: string,
    readonly email: string | null,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(NameSteward)
export class NameStewardHandler implements ICommandHandler<NameSteward> {
  constructor(
    private readonly em: EntityManager,
    private readonly copies: SessionCopies,
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

  async execute({ sessionId, email, by }: NameSteward): Promise<void> {
    await this.copies.of(sessionId, by);
    await this.commands.execute(new RequestSteward(sessionId, email === null ? null : await this.whoHas(sessionId, sameAddressKey(email.trim())), by));
  }

  private async whoHas(sessionId: string, emailKey: string): Promise<Steward> {
    const named = await this.queries.execute(new WhomTheTeamAdmits({ sessionId, emailKey }));
    if (named) return { kind: 'teammate', id: named.teammateId };
    const registered = await this.em.findOne(Registration, { sessionId, emailKey, status: 'confirmed' });
    if (registered) return { kind: 'registration', id: registered.id };
    throw Invalid.at('/email', 'nobody', 'Nobody with this address is on the team or registered.');
  }
}
