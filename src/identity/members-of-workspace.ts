import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { MembersOfWorkspace, type Member } from './events.js';
import { WorkspaceMembers } from './workspace/members.js';

@QueryHandler(MembersOfWorkspace)
export class MembersOfWorkspaceHandler implements IQueryHandler<MembersOfWorkspace> {
  constructor(private readonly members: WorkspaceMembers) {}

  execute({ workspaceId }: MembersOfWorkspace): Promise<Member[]> {
    return this.members.of(workspaceId);
  }
}
