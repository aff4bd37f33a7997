import { Injectable } from '@nestjs/common';
import { Forbidden, NotFound, Refusal } from '../../platform/model/refusal.js';
import { IdentityDatabase } from '../identity-database.js';
import type { Member } from '../events.js';
import type { Principal } from '../principal.js';
import { MEMBERS, roleOf } from '../seat.js';

/** The library's own name for what we call a host. */
export const MEMBER_ROLES = { owner: 'owner', host: 'member' } as const;

export const lastOwner = (): Refusal => new Refusal('last-owner', 'A workspace needs an owner. Make somebody else one first.');

export const ownersOnly = (by: Principal): void => {
  if (by.role !== 'owner') throw new Forbidden('owners-only', 'Only an owner of the workspace may do this.');
};

/** Who belongs to a workspace, and as what. */
@Injectable()
export class WorkspaceMembers {
  constructor(private readonly database: IdentityDatabase) {}

  /** Everybody who belongs to a workspace, by name. */
  async of(workspaceId: string): Promise<Member[]> {
    const rows = await this.database.reading(() => this.database.rows<Omit<Member, 'role'> & { memberRole: string }>(MEMBERS, [workspaceId]));
    return rows.map(({ memberRole, ...member }) => ({ ...member, role: roleOf(memberRole) }));
  }

  /** @throws Refusal `last-owner` where nobody would be left to own the workspace */
  async setRole(by: Principal, userId: string, role: Principal['role']): Promise<void> {
    ownersOnly(by);
    await this.keepingAnOwner(by.workspaceId, userId, role !== 'owner', (ask) =>
      ask(`update member set role = $3 where "organizationId" = $1 and "userId"::text = $2`, [by.workspaceId, userId, MEMBER_ROLES[role]]));
  }

  /** Removes somebody, by an owner, or by themself. What they scheduled stays with the workspace, and their keys to it are dead. */
  async remove(by: Principal, userId: string): Promise<void> {
    if (userId !== by.userId) ownersOnly(by);
    await this.keepingAnOwner(by.workspaceId, userId, true, async (ask) => {
      await ask(`delete from member where "organizationId" = $1 and "userId"::text = $2`, [by.workspaceId, userId]);
      await ask(`update session set "activeOrganizationId" = null where "activeOrganizationId"::text = $1::text and "userId"::text = $2`, [by.workspaceId, userId]);
      // Nobody is left without a workspace: an account opens one of its own, and so it is again.
      const [lost] = await ask<{ name: string }>(`select name from "user" u where u.id::text = $1 and not exists (select 1 from member m where m."userId" = u.id)`, [userId]);
      if (!lost) return;
      const [own] = await ask<{ id: string }>(`insert into organization (id, name, slug, "createdAt") values (gen_random_uuid(), $1, gen_random_uuid(), now()) returning id`, [lost.name]);
      await ask(`insert into member (id, "organizationId", "userId", role, "createdAt") values (gen_random_uuid(), $1, $2, 'owner', now())`, [own!.id, userId]);
    });
  }

  async rename(by: Principal, name: string): Promise<void> {
    ownersOnly(by);
    await this.database.rows('update organization set name = $2 where id = $1', [by.workspaceId, name]);
  }

  /** One at a time for each workspace, so that two owners cannot unseat each other. */
  private async keepingAnOwner(workspaceId: string, userId: string, unseats: boolean, work: (ask: Ask) => Promise<unknown>): Promise<void> {
    await this.database.together(async (ask) => {
      await ask('select id from organization where id = $1 for update', [workspaceId]);
      const members = await ask<{ userId: string; role: string }>('select "userId"::text as "userId", role from member where "organizationId" = $1', [workspaceId]);
      const subject = members.find((member) => member.userId === userId);
      if (!subject) throw new NotFound('member');
      const others = members.filter((member) => member.userId !== userId && roleOf(member.role) === 'owner');
      if (unseats && roleOf(subject.role) === 'owner' && others.length === 0) throw lastOwner();
      await work(ask);
    });
  }
}

type Ask = Parameters<Parameters<IdentityDatabase['together']>[0]>[0];
