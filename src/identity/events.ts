import { Query } from '@nestjs/cqrs';

/** Somebody who belongs to a workspace. */
export interface Member {
  userId: string;
  name: string;
  email: string;
  role: 'owner' | 'host';
}

/** Everybody who belongs to a workspace now. */
export class MembersOfWorkspace extends Query<Member[]> {
  constructor(readonly workspaceId: string) {
    super();
  }
}
