import { Command, Query } from '@nestjs/cqrs';

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

/** The colour that a workspace has chosen for its pages and mails, `#rrggbb`; null where the house's own serve. What follows from it: `client/look.ts`. */
export class AccentOfWorkspace extends Query<string | null> {
  constructor(readonly workspaceId: string) {
    super();
  }
}

/** A workspace that somebody belongs to, and who else does. */
export interface Holding {
  workspaceId: string;
  name: string;
  role: Member['role'];
  others: Member[];
}

/** What is left behind when an account goes. */
export class HoldingsOfAccount extends Query<Holding[]> {
  constructor(readonly userId: string) {
    super();
  }
}

/** Whether it is the owner who asks for what cannot be undone. Refused `invalid` at `/password` for a wrong one; who has none, because they sign in by mailed links, gives none. */
export class ProveAccount extends Command<void> {
  constructor(
    readonly userId: string,
    readonly password: string | undefined,
  ) {
    super();
  }
}

/**
 * Asks Identity to forget an account: sign-ins, keys, memberships, and the workspaces that nobody else belongs to. Refused
 * `last-owner` where others would be left in a workspace without an owner.
 */
export class RequestErasureOfAccount extends Command<void> {
  constructor(readonly userId: string) {
    super();
  }
}
