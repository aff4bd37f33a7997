import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Accounts } from './accounts.js';
import { MembersOfWorkspace, type Member } from './events.js';

@QueryHandler(MembersOfWorkspace)
export class MembersOfWorkspaceHandler implements IQueryHandler<MembersOfWorkspace> {
  constructor(private readonly accounts: Accounts) {}

  execute({ workspaceId }: MembersOfWorkspace): Promise<Member[]> {
    return this.accounts.membersOf(workspaceId);
  }
}
