import { Module } from '@nestjs/common';
import { MailModule } from '../platform/mail/mail.module.js';
import { AccountMails } from './account-mails.js';
import { Accounts } from './accounts.js';
import { AccountsLibrary } from './accounts-library.js';
import { ApiKeyRing } from './api-key-ring.js';
import { HoldingsOfAccountHandler, ProveAccountHandler, RequestErasureOfAccountHandler } from './erase-account.js';
import { IdentityController } from './identity.controller.js';
import { IdentityDatabase } from './identity-database.js';
import { MembersOfWorkspaceHandler } from './members-of-workspace.js';
import { Organizers } from './principal.js';
import { SignedInDevices } from './signed-in-devices.js';
import { Invitations } from './workspace/invitations.js';
import { AccentOfWorkspaceHandler, WorkspaceLook } from './workspace/look.js';
import { WorkspaceMembers } from './workspace/members.js';
import { OwnWorkspaces } from './workspace/own-workspaces.js';
import { WorkspaceController } from './workspace/workspace.controller.js';

/** Organizers, their workspaces and keys. Whoever imports it may guard with OrganizerOnly and ask Organizers. */
@Module({
  imports: [MailModule],
  controllers: [IdentityController, WorkspaceController],
  providers: [IdentityDatabase, AccountMails, AccountsLibrary, ApiKeyRing, SignedInDevices, Accounts, WorkspaceMembers, OwnWorkspaces, WorkspaceLook, Invitations, AccentOfWorkspaceHandler, MembersOfWorkspaceHandler, HoldingsOfAccountHandler, ProveAccountHandler, RequestErasureOfAccountHandler, { provide: Organizers, useExisting: Accounts }],
  exports: [Organizers],
})
export class IdentityModule {}
