import { defaultKeyHasher } from '@better-auth/api-key';
import { runWithTransaction } from '@better-auth/core/context';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { getMigrations } from 'better-auth/db/migration';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Configuration } from '../platform/config/configuration.js';
import { NotFound } from '../platform/model/refusal.js';
import { libraryOptions, makeLibrary, type Library } from './better-auth.js';
import { IdentityDatabase } from './identity-database.js';
import { Organizers, type Principal } from './principal.js';
import { inOurWords, signUpClosed, wrongCredentials } from './refusals.js';
import type { Member } from './events.js';
import { MEMBERS, SEAT_OF_KEY, SEAT_OF_USER, principalIn, roleOf, type Seat } from './seat.js';

/** Someone who is signed in from now on, and the cookies that will say so. */
export interface SignedIn {
  readonly principal: Principal;
  readonly cookies: string[];
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** Organizers' accounts, workspaces, sessions and keys: a library's, behind our words. */
@Injectable()
export class Accounts extends Organizers implements OnModuleInit {
  private library!: Library;

  constructor(private readonly configuration: Configuration, private readonly database: IdentityDatabase) {
    super();
  }

  async onModuleInit(): Promise<void> {
    await this.database.prepare(async (pool) => {
      const { runMigrations } = await getMigrations(libraryOptions(this.configuration, pool));
      await runMigrations();
    });
    this.library = makeLibrary(this.configuration, this.database.pool);
  }

  /** Everybody who belongs to a workspace, by name. */
  async membersOf(workspaceId: string): Promise<Member[]> {
    const rows = await this.database.reading(() => this.database.rows<Omit<Member, 'role'> & { memberRole: string }>(MEMBERS, [workspaceId]));
    return rows.map(({ memberRole, ...member }) => ({ ...member, role: roleOf(memberRole) }));
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
    const { response, headers: answer } = await this.ask(() =>
      this.library.api.signInEmail({ body: { ...person }, headers: agentOf(headers), returnHeaders: true }),
    );
    const principal = await this.seated(response.user.id);
    if (!principal) throw wrongCredentials();
    return { principal, cookies: answer.getSetCookie() };
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
    return session ? this.seated(session.user.id, session.session.activeOrganizationId) : null;
  }

  /** A key speaks for its maker in one workspace, as long as they belong to it. Shown once, stored as a hash. */
  async createApiKey(by: Principal, name: string): Promise<{ id: string; name: string; key: string }> {
    const { id, key } = await this.ask(() =>
      this.library.api.createApiKey({ body: { name, userId: by.userId, metadata: { workspaceId: by.workspaceId } } }),
    );
    return { id, name, key };
  }

  async apiKeysOf(by: Principal): Promise<ApiKey[]> {
    return this.database.reading(() =>
      this.database.rows<ApiKey>(`select id, name, "createdAt" from apikey where "referenceId" = $1 order by "createdAt", id`, [by.userId]),
    );
  }

  async revokeApiKey(by: Principal, id: string): Promise<void> {
    const gone = await this.database.row(`delete from apikey where id::text = $1 and "referenceId" = $2 returning id`, [id, by.userId]);
    if (!gone) throw new NotFound('api-key');
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
    return { principal, cookies };
  }

  private async anyone(): Promise<boolean> {
    return (await this.database.reading(() => this.database.row('select 1 as one from "user" limit 1', []))) !== null;
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
