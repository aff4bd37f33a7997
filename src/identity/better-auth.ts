import { apiKey } from '@better-auth/api-key';
import { Logger } from '@nestjs/common';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { magicLink, organization } from 'better-auth/plugins';
import { hkdfSync } from 'node:crypto';
import type { Pool } from 'pg';
import type { Configuration } from '../platform/config/configuration.js';
import { CONFIRMING_LINK_SECONDS, SIGN_IN_LINK_SECONDS } from './account-mails.js';
import { hashPassword, verifyPassword } from './password-hash.js';

const THIRTY_DAYS = 30 * 24 * 3600;
export const SHORTEST_PASSWORD = 8;
export const LONGEST_PASSWORD = 128;

const log = new Logger('Identity');

/** The library's own account of an error may quote an address: only its sentence leaves, with addresses struck out. */
const write = (level: string, message: string, ...rest: unknown[]): void => {
  const code = rest.map((one) => (one as { code?: unknown } | null)?.code).find((one) => typeof one === 'string');
  const sentence = `${message.replace(/\S+@\S+/g, '…')}${code ? ` (${code})` : ''}`;
  if (level === 'error') log.error(sentence);
  else log.warn(sentence);
};

/** The links that the library makes, for whoever mails them. */
export interface LinkMails {
  signIn(email: string, token: string): Promise<void>;
  confirm(person: { name: string; email: string }, token: string): Promise<void>;
}

/** better-auth, set up as this house wants it. Nothing outside `identity/` sees it, nor is any route of its own served. */
export const libraryOptions = (configuration: Configuration, pool: Pool, mails: LinkMails) =>
  ({
    appName: 'Foyer',
    baseURL: configuration.publicUrl,
    trustedOrigins: [configuration.publicUrl],
    secret: Buffer.from(hkdfSync('sha256', configuration.secret, 'foyer', 'organizer-sessions', 32)).toString('base64url'),
    database: pool,
    telemetry: { enabled: false },
    logger: { level: 'error', log: write },
    // Its limiter counts by network alone, and only on its own routes; ours counts by address too.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    emailVerification: {
      expiresIn: CONFIRMING_LINK_SECONDS,
      sendVerificationEmail: ({ user, token }) => mails.confirm(user, token),
    },
    // No sliding: to look at a page writes nothing, and a stolen cookie ends on a known day.
    session: { expiresIn: THIRTY_DAYS, disableSessionRefresh: true, cookieCache: { enabled: false } },
    advanced: {
      database: { generateId: 'uuid' },
      ipAddress: { disableIpTracking: true },
      // The library's own prefix is `__Secure-`; `__Host-` keeps sibling domains out as well.
      useSecureCookies: false,
      cookiePrefix: 'foyer',
      cookies: { session_token: { name: configuration.secure ? '__Host-foyer-organizer' : 'foyer-organizer' } },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: configuration.secure },
    },
    plugins: [
      organization(),
      // Who signs in by a link has shown that the address is theirs: a password that somebody else set before is void then.
      magicLink({ expiresIn: SIGN_IN_LINK_SECONDS, disableSignUp: true, storeToken: 'hashed', sendMagicLink: ({ email, token }) => mails.signIn(email, token) }),
      apiKey({ keyExpiration: { maxExpiresIn: 3_650 }, defaultPrefix: 'foyer_', enableMetadata: true, maximumNameLength: 80, rateLimit: { enabled: false } }),
    ],
  }) satisfies BetterAuthOptions;

/** Only once its tables are there: it looks for them at once, and remembers what it missed. */
export const makeLibrary = (configuration: Configuration, pool: Pool, mails: LinkMails) => betterAuth(libraryOptions(configuration, pool, mails));

export type Library = ReturnType<typeof makeLibrary>;
