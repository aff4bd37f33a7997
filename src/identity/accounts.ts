import { runWithTransaction } from '@better-auth/core/context';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Configuration } from '../platform/config/configuration.js';
import { AccountsLibrary, agentOf, cookieOf } from './accounts-library.js';
import { ApiKeyRing } from './api-key-ring.js';
import { IdentityDatabase } from './identity-database.js';
import { Organizers, type Principal } from './principal.js';
import { deadLink, inOurWords, isRedirect, signUpClosed, wrongCredentials, wrongPassword } from './refusals.js';
import { ROLES, SEAT_OF_USER, principalIn, roleOf, type Seat } from './seat.js';

/** Someone who is signed in from now on, and the cookies that will say so. */
export interface SignedIn {
  readonly principal: Principal;
  readonly cookies: string[];
}

/** Who may sign in, who is signed in, and as whom: the library's accounts, behind our words. */
@Injectable()
export class Accounts extends Organizers {
  constructor(
    private readonly configuration: Configuration,
    private readonly database: IdentityDatabase,
    private readonly library: AccountsLibrary,
    private readonly keys: ApiKeyRing,
  ) {
    super();
  }

  async signUp(person: { name: string; email: string; password: string }, headers: IncomingHttpHeaders): Promise<SignedIn> {
    if (this.configuration.signUp === 'open') return this.open(person, headers);
    if (this.configuration.signUp === 'closed' || (await this.anyone())) throw signUpClosed();
    // Two people who are both the first: one at a time, and the second finds that there is someone.
    const first = await this.database.alone('first-sign-up', async () => {
      if (await this.anyone()) throw signUpClosed();
      return this.open(person, headers);
    });
    return first ?? Promise.reject(signUpClosed());
  }

  /** Takes as long for an unknown address as for a wrong password: the library hashes for both. */
  async signIn(person: { email: string; password: string }, headers: IncomingHttpHeaders): Promise<SignedIn> {
    const { internalAdapter } = await this.library.context;
    const known = await this.library.ask(() => this.database.reading(() => internalAdapter.findUserByEmail(person.email.toLowerCase())));
    const { response, headers: answer } = await this.library.ask(() =>
      this.library.api.signInEmail({ body: { ...person }, headers: agentOf(headers), returnHeaders: true }).catch(async (error: unknown) => {
        // What it asks of an account, it asks for an unknown address as well, so that the time tells nothing.
        if (!known) await internalAdapter.findAccounts(randomUUID());
        throw error;
      }),
    );
    const principal = await this.seated(response.user.id);
    if (!principal) throw wrongCredentials();
    return { principal, cookies: answer.getSetCookie() };
  }

  /** Mails a link that signs in, if there is an account with the address; nobody is told whether there is. */
  async askForSignInLink(email: string, headers: IncomingHttpHeaders): Promise<void> {
    await this.library.ask(() => this.library.api.signInMagicLink({ body: { email }, headers: agentOf(headers) }));
  }

  /** Works once. @throws Refusal `dead-link` for a link that was used, is too old, or never was one. */
  async signInByLink(token: string, headers: IncomingHttpHeaders): Promise<SignedIn> {
    const { response, headers: answer } = await this.library.api
      .magicLinkVerify({ query: { token }, headers: agentOf(headers), returnHeaders: true })
      .catch((error: unknown) => Promise.reject(isRedirect(error) ? deadLink() : inOurWords(error)));
    const principal = await this.seated(response.user.id);
    if (!principal) throw deadLink();
    return { principal, cookies: answer.getSetCookie() };
  }

  /** The account's address is its owner's own: who says so has the link that was mailed there. */
  async confirmAddress(token: string): Promise<void> {
    await this.library.api.verifyEmail({ query: { token } }).catch(() => Promise.reject(deadLink()));
  }

  async askForConfirmation(by: Principal): Promise<void> {
    if (!by.addressConfirmed) await this.library.ask(() => this.library.api.sendVerificationEmail({ body: { email: by.email } }));
  }

  /**
   * A new password, shown the old one where there is one; every other browser is signed out. Whoever signed in by
   * a link may have none.
   */
  async changePassword(by: Principal, { current, password }: { current?: string; password: string }, headers: IncomingHttpHeaders): Promise<void> {
    const { password: library, internalAdapter } = await this.library.context;
    const known = (await internalAdapter.findAccounts(by.userId)).find(({ providerId }) => providerId === 'credential');
    if (known?.password && !(await library.verify({ hash: known.password, password: current ?? '' }))) throw wrongPassword();
    const hash = await library.hash(password);
    if (known) await internalAdapter.updatePassword(by.userId, hash);
    else await internalAdapter.linkAccount({ userId: by.userId, providerId: 'credential', accountId: by.userId, password: hash });
    await this.database.rows(`delete from session where "userId" = $1 and id::text is distinct from $2`, [by.userId, await this.library.sessionOf(headers)]);
  }

  /** Ends the session of this cookie on the server; @returns the cookies that clear it in the browser. */
  async signOut(headers: IncomingHttpHeaders): Promise<string[]> {
    const { headers: answer } = await this.library.ask(() => this.library.api.signOut({ headers: cookieOf(headers), returnHeaders: true }));
    return answer.getSetCookie();
  }

  async principalOf(headers: IncomingHttpHeaders): Promise<Principal | null> {
    const key = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
    if (key) return this.keys.principalOf(key);
    if (headers.authorization !== undefined || !headers.cookie) return null;
    const session = await this.library.ask(() => this.database.reading(() => this.library.api.getSession({ headers: cookieOf(headers) })));
    const principal = session && (await this.seated(session.user.id, session.session.activeOrganizationId));
    return principal && { ...principal, credential: `cookie:${session.session.id}` };
  }

  async rolesOf(held: readonly { credential: string; workspaceId: string }[]): Promise<(Principal['role'] | null)[]> {
    const rows = await this.database.reading(() =>
      this.database.rows<{ at: number; memberRole: string }>(ROLES, [held.map(({ credential }) => credential), held.map(({ workspaceId }) => workspaceId)]),
    );
    const roles = new Map(rows.map(({ at, memberRole }) => [at, roleOf(memberRole)]));
    return held.map((_, index) => roles.get(index + 1) ?? null);
  }

  /** An account for who was invited by mail: the address is theirs, and the workspace is another's. */
  async openInvited(person: { name: string; email: string; password: string }, headers: IncomingHttpHeaders): Promise<{ userId: string; cookies: string[] }> {
    const { response, headers: answer } = await this.library.ask(() => this.library.api.signUpEmail({ body: { ...person }, headers: agentOf(headers), returnHeaders: true }));
    await this.database.rows('update "user" set "emailVerified" = true where id = $1', [response.user.id]);
    return { userId: response.user.id, cookies: answer.getSetCookie() };
  }

  private async open(person: { name: string; email: string; password: string }, headers: IncomingHttpHeaders): Promise<SignedIn> {
    const { adapter } = await this.library.context;
    // One transaction: nobody is left with an account and no workspace.
    const { userId, cookies } = await this.library.ask(() =>
      runWithTransaction(adapter, async () => {
        const { response, headers: answer } = await this.library.api.signUpEmail({ body: { ...person }, headers: agentOf(headers), returnHeaders: true });
        await this.library.api.createOrganization({ body: { name: person.name, slug: randomUUID(), userId: response.user.id } });
        return { userId: response.user.id, cookies: answer.getSetCookie() };
      }),
    );
    const principal = await this.seated(userId);
    if (!principal) throw new Error('An account was opened without its workspace.');
    await this.askForConfirmation(principal);
    return { principal, cookies };
  }

  private async anyone(): Promise<boolean> {
    return (await this.database.reading(() => this.database.row('select 1 as one from "user" limit 1', []))) !== null;
  }

  /** In the workspace named if they belong to it, else in the one they have longest. */
  async seated(userId: string, workspaceId?: string | null): Promise<Principal | null> {
    const seat = await this.database.reading(() => this.database.row<Seat>(SEAT_OF_USER, [userId, workspaceId ?? null]));
    return seat && principalIn(seat, 'cookie');
  }
}
