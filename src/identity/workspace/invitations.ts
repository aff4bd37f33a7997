import { Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { Configuration } from '../../platform/config/configuration.js';
import { Clock } from '../../platform/model/clock.js';
import { Forbidden, Invalid, NotFound, Refusal } from '../../platform/model/refusal.js';
import { AccountMails, INVITATION_SECONDS } from '../account-mails.js';
import { Accounts, type SignedIn } from '../accounts.js';
import { IdentityDatabase } from '../identity-database.js';
import type { Principal } from '../principal.js';
import { roleOf } from '../seat.js';
import { InvitationSeal } from './invitation-token.js';
import { MEMBER_ROLES, WorkspaceMembers, ownersOnly } from './members.js';
import { OwnWorkspaces } from './own-workspaces.js';

/** Somebody who is asked to belong to a workspace, and has not answered. */
export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: Principal['role'];
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** What the invited person is shown before they answer. */
export interface Offer {
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly invitedBy: string;
  readonly email: string;
  readonly role: Principal['role'];
  /** Whether there is an account with the address: then it is what joins, signed in. */
  readonly hasAccount: boolean;
}

const MOST_OPEN = 100;

const deadInvitation = (): Refusal => new Refusal('dead-invitation', 'This invitation does not stand any more: it was answered, taken back, or is too old. Ask for a new one.', 410);

/** The library's table of invitations; an address has at most one open for a workspace. */
const OPEN = `status = 'pending' and "expiresAt" > $1`;

/** Asking somebody into a workspace, by mail, and their answer. */
@Injectable()
export class Invitations {
  private readonly seal: InvitationSeal;

  constructor(
    configuration: Configuration,
    private readonly database: IdentityDatabase,
    private readonly members: WorkspaceMembers,
    private readonly accounts: Accounts,
    private readonly own: OwnWorkspaces,
    private readonly mails: AccountMails,
    private readonly clock: Clock,
  ) {
    this.seal = new InvitationSeal(configuration.secret);
  }

  /** Mails an invitation; one that is open for the same address already is replaced by it. */
  async invite(by: Principal, { email: typed, role }: { email: string; role: Principal['role'] }): Promise<Invitation> {
    ownersOnly(by);
    const email = typed.toLowerCase();
    if ((await this.members.of(by.workspaceId)).some((member) => member.email.toLowerCase() === email)) {
      throw Invalid.at('/email', 'member-already', 'They belong to the workspace already.');
    }
    const now = this.clock.now();
    const id = await this.database.together(async (ask) => {
      await ask('select id from organization where id = $1 for update', [by.workspaceId]);
      await ask(`update invitation set status = 'canceled' where ${OPEN} and "organizationId" = $2 and email = $3`, [now, by.workspaceId, email]);
      const [open] = await ask<{ count: number }>(`select count(*)::int as count from invitation where ${OPEN} and "organizationId" = $2`, [now, by.workspaceId]);
      if (open!.count >= MOST_OPEN) throw new Refusal('too-many-invitations', `At most ${MOST_OPEN} invitations may be open. Take some back first.`);
      const [made] = await ask<{ id: string }>(
        `insert into invitation (id, "organizationId", email, role, status, "expiresAt", "createdAt", "inviterId")
         values (gen_random_uuid(), $1, $2, $3, 'pending', $4, $5, $6) returning id::text`,
        [by.workspaceId, email, MEMBER_ROLES[role], new Date(now.getTime() + INVITATION_SECONDS * 1_000), now, by.userId],
      );
      return made!.id;
    });
    this.mails.invitation({ name: '', email: typed }, { workspaceName: by.workspaceName, invitedBy: by.name }, this.seal.tokenOf(id));
    return (await this.openIn(by)).find((one) => one.id === id)!;
  }

  /** Those that nobody has answered yet, the newest first. */
  async openIn({ workspaceId }: Principal): Promise<Invitation[]> {
    const rows = await this.database.reading(() =>
      this.database.rows<Omit<Invitation, 'role'> & { memberRole: string }>(
        `select i.id::text, i.email, i.role as "memberRole", u.name as "invitedBy", i."createdAt", i."expiresAt"
           from invitation i join "user" u on u.id = i."inviterId"
          where ${OPEN} and "organizationId" = $2 order by i."createdAt" desc, i.id`, [this.clock.now(), workspaceId]),
    );
    return rows.map(({ memberRole, ...rest }) => ({ ...rest, role: roleOf(memberRole) }));
  }

  async takeBack(by: Principal, id: string): Promise<void> {
    ownersOnly(by);
    const gone = await this.database.row(
      `update invitation set status = 'canceled' where ${OPEN} and "organizationId" = $2 and id::text = $3 returning id`, [this.clock.now(), by.workspaceId, id]);
    if (!gone) throw new NotFound('invitation');
  }

  /** @throws Refusal `dead-invitation` where it does not stand any more, or never was one */
  async look(token: string): Promise<Offer> {
    const offer = await this.database.reading(() =>
      this.database.row<Omit<Offer, 'role'> & { memberRole: string }>(
        `select o.id as "workspaceId", o.name as "workspaceName", u.name as "invitedBy", i.email, i.role as "memberRole",
                exists (select 1 from "user" a where a.email = i.email) as "hasAccount"
           from invitation i join organization o on o.id = i."organizationId" join "user" u on u.id = i."inviterId"
          where ${OPEN} and i.id::text = $2`, [this.clock.now(), this.seal.idIn(token)]),
    );
    if (!offer) throw deadInvitation();
    const { memberRole, ...rest } = offer;
    return { ...rest, role: roleOf(memberRole) };
  }

  /**
   * Joins, with the account of the invited address: the one that is signed in, or a new one. Whoever holds the
   * link has the mailbox, so a new account's address counts as confirmed; whether new accounts are open does not matter.
   */
  async accept(token: string, person: { name?: string; password?: string }, headers: IncomingHttpHeaders): Promise<SignedIn> {
    const offer = await this.look(token);
    const asker = await this.accounts.principalOf(headers);
    if (offer.hasAccount && (asker?.via !== 'cookie' || asker.email.toLowerCase() !== offer.email)) {
      throw new Forbidden('sign-in-first', `Sign in as ${offer.email} first.`);
    }
    const { name, password } = person;
    if (!offer.hasAccount && !name) throw Invalid.at('/name', 'is-length', 'Please give your name.');
    if (!offer.hasAccount && !password) throw Invalid.at('/password', 'is-length', 'Choose a password.');
    return this.answered(token, async () => {
      const account = offer.hasAccount
        ? { userId: asker!.userId, cookies: [] }
        : await this.accounts.openInvited({ name: name!, email: offer.email, password: password! }, headers);
      await this.database.rows(
        `insert into member (id, "organizationId", "userId", role, "createdAt") select gen_random_uuid(), $1, $2, $3, $4
          where not exists (select 1 from member where "organizationId" = $1 and "userId" = $2)`,
        [offer.workspaceId, account.userId, MEMBER_ROLES[offer.role], this.clock.now()],
      );
      return this.own.goTo(offer.workspaceId, account, headers);
    });
  }

  /** An invitation lets one person in, however often it is pressed; where joining fails, it stands again. */
  private async answered<T>(token: string, join: () => Promise<T>): Promise<T> {
    const id = this.seal.idIn(token);
    const taken = await this.database.row(`update invitation set status = 'accepted' where ${OPEN} and id::text = $2 returning id`, [this.clock.now(), id]);
    if (!taken) throw deadInvitation();
    try {
      return await join();
    } catch (error) {
      await this.database.rows(`update invitation set status = 'pending' where id::text = $1 and status = 'accepted'`, [id]);
      throw error;
    }
  }
}
