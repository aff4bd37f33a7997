import { defaultKeyHasher } from '@better-auth/api-key';
import { runWithTransaction } from '@better-auth/core/context';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { getMigrations } from 'better-auth/db/migration';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Configuration } from '../platform/config/configuration.js';
import { NotFound } from '../platform/model/refusal.js';
import { AccountMails } from './account-mails.js';
import { libraryOptions, makeLibrary, type Library, type LinkMails } from './better-auth.js';
import { IdentityDatabase } from './identity-database.js';
import { Organizers, type KeyScope, type Principal } from './principal.js';
import { deadLink, inOurWords, isRedirect, signUpClosed, wrongCredentials, wrongPassword } from './refusals.js';
import { KEY_SCOPE, ROLES, SEAT_OF_KEY, SEAT_OF_USER, WORKSPACES, principalIn, roleOf, type Seat } from './seat.js';

/** Someone who is signed in from now on, and the cookies that will say so. */
export interface SignedIn {
  readonly principal: Principal;
  readonly cookies: string[];
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scope: KeyScope;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

/** A browser in which somebody is signed in. */
export interface Device {
  readonly id: string;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** The one that asks. */
  readonly current: boolean;
}

/** Organizers' accounts, workspaces, sessions and keys: a library's, behind our words. */
@Injectable()
export class Accounts extends Organizers implements OnModuleInit {
  private library!: Library;

  constructor(private readonly configuration: Configuration, private readonly database: IdentityDatabase, private readonly mails: AccountMails) {
    super();
  }

  async onModuleInit(): Promise<void> {
    await this.database.prepare(async (pool) => {
      const { runMigrations } = await getMigrations(libraryOptions(this.configuration, pool, this.links));
      await runMigrations();
    });
    this.library = makeLibrary(this.configuration, this.database.pool, this.links);
  }

  private readonly links: LinkMails = {
    signIn: async (email, token) => {
      // Asked by anybody, for any address: the answer has left by then, so it cannot tell whether there is an account.
      setImmediate(() => void this.mailSignInLink(email, token));
    },
    confirm: async (person, token) => this.mails.confirmAddress(person, token),
  };

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
    const { internalAdapter } = await this.library.$context;
    const known = await this.ask(() => this.database.reading(() => internalAdapter.findUserByEmail(person.email.toLowerCase())));
    const { response, headers: answer } = await this.ask(() =>
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
    await this.ask(() => this.library.api.signInMagicLink({ body: { email }, headers: agentOf(headers) }));
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
    if (!by.addressConfirmed) await this.ask(() => this.library.api.sendVerificationEmail({ body: { email: by.email } }));
  }

  /** Where the asker is signed in, the newest first. */
  async devicesOf(by: Principal, headers: IncomingHttpHeaders): Promise<Device[]> {
    const current = await this.sessionOf(headers);
    const rows = await this.database.reading(() =>
      this.database.rows<Omit<Device, 'current'>>(
        `select id::text, coalesce("userAgent", '') as "userAgent", "createdAt", "expiresAt" from session where "userId" = $1 and "expiresAt" > now() order by "createdAt" desc, id`, [by.userId]),
    );
    return rows.map((row) => ({ ...row, current: row.id === current }));
  }

  async signOutDevice(by: Principal, id: string): Promise<void> {
    const gone = await this.database.row(`delete from session where id::text = $1 and "userId" = $2 returning id`, [id, by.userId]);
    if (!gone) throw new NotFound('device');
  }

  /**
   * A new password, shown the old one where there is one; every other browser is signed out. Whoever signed in by
   * a link may have none.
   */
  async changePassword(by: Principal, { current, password }: { current?: string; password: string }, headers: IncomingHttpHeaders): Promise<void> {
    const { password: library, internalAdapter } = await this.library.$context;
    const known = (await internalAdapter.findAccounts(by.userId)).find(({ providerId }) => providerId === 'credential');
    if (known?.password && !(await library.verify({ hash: known.password, password: current ?? '' }))) throw wrongPassword();
    const hash = await library.hash(password);
    if (known) await internalAdapter.updatePassword(by.userId, hash);
    else await internalAdapter.linkAccount({ userId: by.userId, providerId: 'credential', accountId: by.userId, password: hash });
    await this.database.rows(`delete from session where "userId" = $1 and id::text is distinct from $2`, [by.userId, await this.sessionOf(headers)]);
  }

  /** Ends the session of this cookie on the server; @returns the cookies that clear it in the browser. */
  async signOut(headers: IncomingHttpHeaders): Promise<string[]> {
    const { headers: answer } = await this.ask(() => this.library.api.signOut({ headers: cookieOf(headers), returnHeaders: true }));
    return answer.getSetCookie();
  }

  async principalOf(headers: IncomingHttpHeaders): Promise<Principal | null> {
    const key = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
    if (key) return this.principalOfKey(key);
    if (headers.authorization !== undefined || !headers.cookie) return null;
    const session = await this.ask(() => this.database.reading(() => this.library.api.getSession({ headers: cookieOf(headers) })));
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

  /** A key speaks for its maker in one workspace, as long as they belong to it. Shown once, stored as a hash. */
  async createApiKey(by: Principal, { name, scope, days }: { name: string; scope: KeyScope; days: number | null }): Promise<{ id: string; name: string; key: string }> {
    const { id, key } = await this.ask(() =>
      this.library.api.createApiKey({
        body: { name, userId: by.userId, metadata: { workspaceId: by.workspaceId, scope }, ...(days !== null && { expiresIn: days * 24 * 3_600 }) },
      }),
    );
    return { id, name, key };
  }

  async apiKeysOf(by: Principal): Promise<ApiKey[]> {
    return this.database.reading(() =>
      this.database.rows<ApiKey>(
        `select id, name, ${KEY_SCOPE} as scope, "createdAt", "expiresAt" from apikey k where "referenceId" = $1 order by "createdAt", id`, [by.userId]),
    );
  }

  async revokeApiKey(by: Principal, id: string): Promise<void> {
    const gone = await this.database.row(`delete from apikey where id::text = $1 and "referenceId" = $2 returning id`, [id, by.userId]);
    if (!gone) throw new NotFound('api-key');
  }

  /** An account for who was invited by mail: the address is theirs, and the workspace is another's. */
  async openInvited(person: { name: string; email: string; password: string }, headers: IncomingHttpHeaders): Promise<{ userId: string; cookies: string[] }> {
    const { response, headers: answer } = await this.ask(() => this.library.api.signUpEmail({ body: { ...person }, headers: agentOf(headers), returnHeaders: true }));
    await this.database.rows('update "user" set "emailVerified" = true where id = $1', [response.user.id]);
    return { userId: response.user.id, cookies: answer.getSetCookie() };
  }

  async workspacesOf(by: Principal): Promise<{ workspaceId: string; name: string; role: Principal['role']; current: boolean }[]> {
    const rows = await this.database.reading(() => this.database.rows<{ workspaceId: string; name: string; memberRole: string }>(WORKSPACES, [by.userId]));
    return rows.map(({ memberRole, ...rest }) => ({ ...rest, role: roleOf(memberRole), current: rest.workspaceId === by.workspaceId }));
  }

  /**
   * Somebody works in another of their workspaces from now on, in the browser that the headers or fresh cookies show.
   * @throws NotFound `workspace-not-found` where they do not belong to it
   */
  async goTo(workspaceId: string, { userId, cookies }: { userId: string; cookies: string[] }, headers: IncomingHttpHeaders): Promise<SignedIn> {
    const principal = await this.seated(userId, workspaceId);
    if (principal?.workspaceId !== workspaceId) throw new NotFound('workspace');
    const session = await this.sessionOf(cookies.length > 0 ? { cookie: cookies.map((line) => line.split(';')[0]).join('; ') } : headers);
    if (session) await this.database.rows('update session set "activeOrganizationId" = $2 where id::text = $1', [session, workspaceId]);
    return { principal, cookies };
  }

  private async open(person: { name: string; email: string; password: string }, headers: IncomingHttpHeaders): Promise<SignedIn> {
    const { adapter } = await this.library.$context;
    // One transaction: nobody is left with an account and no workspace.
    const { userId, cookies } = await this.ask(() =>
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

  private async mailSignInLink(email: string, token: string): Promise<void> {
    const person = await this.database.reading(() => this.database.row<{ name: string; email: string }>('select name, email from "user" where email = $1', [email.toLowerCase()]))
      .catch(() => null); // the database is away: they ask again
    if (person) this.mails.signInLink(person, token);
  }

  /** The id of the session that a cookie shows, or null. */
  private async sessionOf(headers: IncomingHttpHeaders): Promise<string | null> {
    if (!headers.cookie) return null;
    const found = await this.ask(() => this.database.reading(() => this.library.api.getSession({ headers: cookieOf(headers) })));
    return found?.session.id ?? null;
  }

  private async seated(userId: string, workspaceId?: string | null): Promise<Principal | null> {
    const seat = await this.database.reading(() => this.database.row<Seat>(SEAT_OF_USER, [userId, workspaceId ?? null]));
    return seat && principalIn(seat, 'cookie');
  }

  /**
   * Not through the library's own check, which writes a row at each use, and calls the key a wrong one
   * when in truth the database does not answer.
   */
  private async principalOfKey(key: string): Promise<Principal | null> {
    const hash = await defaultKeyHasher(key);
    const seat = await this.database.reading(() => this.database.row<Seat>(SEAT_OF_KEY, [hash]));
    return seat && principalIn(seat, 'api-key');
  }

  private async ask<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      throw inOurWords(error);
    }
  }
}

const cookieOf = (headers: IncomingHttpHeaders): Headers => new Headers(headers.cookie ? { cookie: headers.cookie } : {});

/** Kept with the session, so that its owner may tell their devices apart; never more than a line of it. */
const agentOf = (headers: IncomingHttpHeaders): Headers => new Headers({ 'user-agent': (headers['user-agent'] ?? '').slice(0, 200) });
