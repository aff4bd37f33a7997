import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, IsString, IsUUID, Length, Matches, MaxLength, ValidateIf } from 'class-validator';
import { ACCENT } from '../../../client/look.js';
import { MayBeLeftOut } from '../../platform/http/may-be-left-out.js';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../better-auth.js';
import { ONE_LINE, trimmed } from '../identity.dto.js';
import type { Invitation, Offer } from './invitations.js';

const ROLES = ['owner', 'host'] as const;
type MemberRole = (typeof ROLES)[number];

/** Somebody to be asked into the workspace. */
export class InviteMember {
  @trimmed @IsEmail({ allow_utf8_local_part: false }, { message: 'that does not look like an e-mail address' }) @MaxLength(254, { message: 'that does not look like an e-mail address' })
  email!: string;

  /** An owner may do everything in the workspace; a host schedules sessions and runs their own. */
  @IsIn(ROLES)
  role!: MemberRole;
}

/** What somebody may do in the workspace from now on. */
export class SetMemberRole {
  @IsIn(ROLES)
  role!: MemberRole;
}

/** The workspace's name, as its members see it. */
export class RenameWorkspace {
  @trimmed @IsString() @Length(1, 80, { message: 'please give it a name of at most 80 characters' }) @Matches(ONE_LINE, { message: '$property must be one line of text' })
  name!: string;
}

/** How the workspace's pages and mails look. */
export class ChooseLook {
  /** `#17503f`. Any colour: its tone is adapted until it can be read, by day and by night. Null for the colours of the house. */
  @ApiProperty({ type: String, nullable: true, pattern: ACCENT.source })
  @ValidateIf((_, value) => value !== null) @Matches(ACCENT, { message: 'give a colour as #17503f' })
  accent!: string | null;
}

export class LookAnswer {
  /** Null for the colours of the house. */
  @ApiProperty({ type: String, nullable: true }) accent!: string | null;
}

/** Where to work from now on. */
export class GoToWorkspace {
  @IsUUID()
  workspaceId!: string;
}

/** What stood in the link of an invitation. */
export class InvitationToken {
  @IsString() @Length(1, 200) @Matches(/^[\w.-]+$/, { message: '$property must be copied whole' })
  token!: string;
}

/** A yes to an invitation. */
export class AcceptInvitation extends InvitationToken {
  /** Of who has no account yet, as others will see it. */
  @MayBeLeftOut() @trimmed @IsString() @Length(1, 80, { message: 'please give your name, in at most 80 characters' }) @Matches(ONE_LINE, { message: '$property must be one line of text' })
  name?: string;

  /** Of who has no account yet. */
  @MayBeLeftOut() @IsString() @Length(SHORTEST_PASSWORD, LONGEST_PASSWORD, { message: `choose a password of ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters` })
  password?: string;
}

/** Somebody who is asked to belong to the workspace, and has not answered. */
export class InvitationListed {
  id!: string;
  email!: string;
  role!: MemberRole;
  /** The name of whoever asked them. */
  invitedBy!: string;
  /** ISO 8601, UTC. */
  createdAt!: string;
  expiresAt!: string;

  static of({ id, email, role, invitedBy, createdAt, expiresAt }: Invitation): InvitationListed {
    return { id, email, role, invitedBy, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
  }
}

/** The open invitations, the newest first. */
export class InvitationsListed {
  items!: InvitationListed[];
}

/** What an invitation offers. */
export class InvitationShown {
  workspaceName!: string;
  invitedBy!: string;
  email!: string;
  role!: MemberRole;
  /** Whether there is an account with the address: then it joins, signed in; else a name and a password make one. */
  hasAccount!: boolean;

  static of({ workspaceName, invitedBy, email, role, hasAccount }: Offer): InvitationShown {
    return { workspaceName, invitedBy, email, role, hasAccount };
  }
}

/** A workspace that the caller belongs to. */
export class WorkspaceListed {
  workspaceId!: string;
  name!: string;
  role!: MemberRole;
  /** The one in which the caller acts now. */
  current!: boolean;
}

/** The caller's workspaces, by name. */
export class Workspaces {
  items!: WorkspaceListed[];
}
