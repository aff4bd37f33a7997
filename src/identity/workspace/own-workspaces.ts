import { Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { NotFound } from '../../platform/model/refusal.js';
import { Accounts, type SignedIn } from '../accounts.js';
import { AccountsLibrary } from '../accounts-library.js';
import { IdentityDatabase } from '../identity-database.js';
import type { Principal } from '../principal.js';
import { WORKSPACES, roleOf } from '../seat.js';

/** The workspaces that somebody belongs to, and in which of them they work. */
@Injectable()
export class OwnWorkspaces {
  constructor(private readonly accounts: Accounts, private readonly library: AccountsLibrary, private readonly database: IdentityDatabase) {}

  async of(by: Principal): Promise<{ workspaceId: string; name: string; role: Principal['role']; current: boolean }[]> {
    const rows = await this.database.reading(() => this.database.rows<{ workspaceId: string; name: string; memberRole: string }>(WORKSPACES, [by.userId]));
    return rows.map(({ memberRole, ...rest }) => ({ ...rest, role: roleOf(memberRole), current: rest.workspaceId === by.workspaceId }));
  }

  /**
   * Somebody works in another of their workspaces from now on, in the browser that the headers or fresh cookies show.
   * @throws NotFound `workspace-not-found` where they do not belong to it
   */
  async goTo(workspaceId: string, { userId, cookies }: { userId: string; cookies: string[] }, headers: IncomingHttpHeaders): Promise<SignedIn> {
    const principal = await this.accounts.seated(userId, workspaceId);
    if (principal?.workspaceId !== workspaceId) throw new NotFound('workspace');
    const session = await this.library.sessionOf(cookies.length > 0 ? { cookie: cookies.map((line) => line.split(';')[0]).join('; ') } : headers);
    if (session) await this.database.rows('update session set "activeOrganizationId" = $2 where id::text = $1', [session, workspaceId]);
    return { principal, cookies };
  }
}
