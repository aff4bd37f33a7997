import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { HoldingsOfAccount, ProveAccount, RequestErasureOfAccount } from '../../identity/events.js';
import type { Principal } from '../../identity/principal.js';
import { Clock } from '../../platform/model/clock.js';
import { Invalid, Refusal } from '../../platform/model/refusal.js';
import { sameAddressKey } from '../../platform/model/address.js';
import { Session } from '../model/session.js';
import { fateOf, successorIn } from './what-leaving-ends.js';

/** Somebody deletes their account. First their sessions are settled, so that whoever registered is told; then Identity forgets them. Said again after a failure, it goes on where it stopped. */
export class LeaveForGood extends Command<void> {
  constructor(
    readonly by: Principal,
    /** Their own address, typed: it cannot be undone. */
    readonly email: string,
    readonly password: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(LeaveForGood)
export class LeaveForGoodHandler implements ICommandHandler<LeaveForGood> {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

  async execute({ by: { userId, email: own }, email, password }: LeaveForGood): Promise<void> {
    if (sameAddressKey(email) !== sameAddressKey(own)) throw Invalid.at('/email', 'other-address', 'Type the address of this account.');
    await this.commands.execute(new ProveAccount(userId, password));
    const holdings = await this.queries.execute(new HoldingsOfAccount(userId));
    const ownerless = holdings.filter((holding) => fateOf(holding) === 'needs-owner').map(({ name }) => `“${name}”`);
    if (ownerless.length > 0) throw new Refusal('last-owner', `Make somebody else an owner of ${ownerless.join(', ')} first, or remove its other members.`);
    for (const holding of holdings) {
      const { workspaceId } = holding;
      const successor = successorIn(holding);
      const now = this.clock.now();
      const sessions = await this.em.find(Session, { workspaceId, status: { $in: ['scheduled', 'live'] }, ...(successor && { hostUserId: userId }) });
      for (const session of sessions) {
        const owner = { kind: 'organizer', userId, workspaceId, role: 'owner' } as const;
        if (successor) session.handOver(successor);
        else if (session.status === 'live') session.end(owner, now);
        else session.cancel(owner, now);
      }
      await this.em.flush();
    }
    await this.commands.execute(new RequestErasureOfAccount(userId));
  }
}
