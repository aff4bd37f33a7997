import { Injectable, type OnModuleInit } from '@nestjs/common';
import { getMigrations } from 'better-auth/db/migration';
import type { IncomingHttpHeaders } from 'node:http';
import { Configuration } from '../platform/config/configuration.js';
import { AccountMails } from './account-mails.js';
import { libraryOptions, makeLibrary, type Library, type LinkMails } from './better-auth.js';
import { IdentityDatabase } from './identity-database.js';
import { inOurWords } from './refusals.js';

/** The one door to the library: its tables are laid out before it is made, and its refusals are in our words. */
@Injectable()
export class AccountsLibrary implements OnModuleInit {
  private library!: Library;

  constructor(private readonly configuration: Configuration, private readonly database: IdentityDatabase, private readonly mails: AccountMails) {}

  async onModuleInit(): Promise<void> {
    await this.database.prepare(async (pool) => {
      const { runMigrations } = await getMigrations(libraryOptions(this.configuration, pool, this.links));
      await runMigrations();
    });
    this.library = makeLibrary(this.configuration, this.database.pool, this.links);
  }

  get api(): Library['api'] {
    return this.library.api;
  }

  get context(): Library['$context'] {
    return this.library.$context;
  }

  async ask<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      throw inOurWords(error);
    }
  }

  /** The id of the session that a cookie shows, or null. */
  async sessionOf(headers: IncomingHttpHeaders): Promise<string | null> {
    if (!headers.cookie) return null;
    const found = await this.ask(() => this.database.reading(() => this.library.api.getSession({ headers: cookieOf(headers) })));
    return found?.session.id ?? null;
  }

  private readonly links: LinkMails = {
    signIn: async (email, token) => {
      // Asked by anybody, for any address: the answer has left by then, so it cannot tell whether there is an account.
      setImmediate(() => void this.mailSignInLink(email, token));
    },
    confirm: async (person, token) => this.mails.confirmAddress(person, token),
  };

  private async mailSignInLink(email: string, token: string): Promise<void> {
    const person = await this.database.reading(() => this.database.row<{ name: string; email: string }>('select name, email from "user" where email = $1', [email.toLowerCase()]))
      .catch(() => null); // the database is away: they ask again
    if (person) this.mails.signInLink(person, token);
  }
}

export const cookieOf = (headers: IncomingHttpHeaders): Headers => new Headers(headers.cookie ? { cookie: headers.cookie } : {});

/** Kept with the session, so that its owner may tell their devices apart; never more than a line of it. */
export const agentOf = (headers: IncomingHttpHeaders): Headers => new Headers({ 'user-agent': (headers['user-agent'] ?? '').slice(0, 200) });
