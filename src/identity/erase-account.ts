import { CommandHandler, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import { RateLimit } from '../platform/http/rate-limit.js';
import { AccountsLibrary } from './accounts-library.js';
import { HoldingsOfAccount, ProveAccount, RequestErasureOfAccount, type Holding } from './events.js';
import { IdentityDatabase } from './identity-database.js';
import { wrongPassword } from './refusals.js';
import { WORKSPACES, roleOf } from './seat.js';
import { WorkspaceMembers, lastOwner } from './workspace/members.js';

@QueryHandler(HoldingsOfAccount)
export class HoldingsOfAccountHandler implements IQueryHandler<HoldingsOfAccount> {
  constructor(private readonly database: IdentityDatabase, private readonly members: WorkspaceMembers) {}

  async execute({ userId }: HoldingsOfAccount): Promise<Holding[]> {
    const workspaces = await this.database.reading(() => this.database.rows<{ workspaceId: string; name: string; memberRole: string }>(WORKSPACES, [userId]));
    return Promise.all(workspaces.map(async ({ workspaceId, name, memberRole }) => ({
      workspaceId, name, role: roleOf(memberRole), others: (await this.members.of(workspaceId)).filter((member) => member.userId !== userId),
    })));
  }
}

@CommandHandler(ProveAccount)
export class ProveAccountHandler implements ICommandHandler<ProveAccount> {
  constructor(private readonly library: AccountsLibrary, private readonly limit: RateLimit) {}

  async execute({ userId, password }: ProveAccount): Promise<void> {
    await this.limit.spend('password of', userId, { most: 10, seconds: 900 });
    const { password: library, internalAdapter } = await this.library.context;
    const known = (await internalAdapter.findAccounts(userId)).find(({ providerId }) => providerId === 'credential');
    if (known?.password && !(await library.verify({ hash: known.password, password: password ?? '' }))) throw wrongPassword('/password');
  }
}

/** All of it or nothing; who joins or leaves one of the workspaces at the same moment waits. */
@CommandHandler(RequestErasureOfAccount)
export class RequestErasureOfAccountHandler implements ICommandHandler<RequestErasureOfAccount> {
  constructor(private readonly database: IdentityDatabase) {}

  async execute({ userId }: RequestErasureOfAccount): Promise<void> {
    await this.database.together(async (ask) => {
      const held = await ask<{ id: string }>(`select id from organization where id in (select "organizationId" from member where "userId"::text = $1) order by id for update`, [userId]);
      for (const { id } of held) {
        const others = await ask<{ role: string }>(`select role from member where "organizationId" = $1 and "userId"::text <> $2`, [id, userId]);
        if (others.length > 0 && !others.some(({ role }) => roleOf(role) === 'owner')) throw lastOwner();
        if (others.length > 0) continue;
        await ask('delete from invitation where "organizationId" = $1', [id]);
        await ask('delete from member where "organizationId" = $1', [id]);
        await ask('delete from workspace_look where workspace_id = $1::text', [id]);
        await ask('delete from organization where id = $1', [id]);
      }
      await ask('delete from verification where value like $1', [`%${userId}%`]);
      await ask('delete from apikey where "referenceId" = $1', [userId]);
      for (const [table, column] of [['invitation', 'inviterId'], ['member', 'userId'], ['session', 'userId'], ['account', 'userId'], ['"user"', 'id']] as const) {
        await ask(`delete from ${table} where "${column}"::text = $1`, [userId]);
      }
    });
  }
}
