import { Transform } from 'class-transformer';
import { IsEmail, IsIn, IsInt, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { MayBeLeftOut } from '../platform/http/may-be-left-out.js';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './better-auth.js';
import { KEY_SCOPES, type KeyScope, type Principal } from './principal.js';

export const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** One line of text: no control characters, no broken ones. */
export const ONE_LINE = /^[^\p{Cc}\p{Cs}]*$/u;

/** Who wants an account. */
export class SignUp {
  /** As others will see it, and the name of their first workspace. */
  @trimmed @IsString() @Length(1, 80, { message: 'please give your name, in at most 80 characters' }) @Matches(ONE_LINE, { message: '$property must be one line of text' })
  name!: string;

  @trimmed @IsEmail({ allow_utf8_local_part: false }, { message: 'that does not look like an e-mail address' }) @MaxLength(254, { message: 'that does not look like an e-mail address' })
  email!: string;

  @IsString() @Length(SHORTEST_PASSWORD, LONGEST_PASSWORD, { message: `choose a password of ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters` })
  password!: string;
}

/** Who is back. */
export class SignIn {
  @trimmed @IsString() @MaxLength(254) @Matches(ONE_LINE, { message: '$property must be one line of text' })
  email!: string;

  @IsString() @MaxLength(LONGEST_PASSWORD)
  password!: string;
}

/** Who has no password at hand. */
export class AskForSignInLink {
  @trimmed @IsEmail({ allow_utf8_local_part: false }, { message: 'that does not look like an e-mail address' }) @MaxLength(254, { message: 'that does not look like an e-mail address' })
  email!: string;
}

/** What stood in a link from a mail. */
export class LinkFromMail {
  @IsString() @Length(1, 2_000) @Matches(/^[\w.-]+$/, { message: '$property must be copied whole' })
  token!: string;
}

/** A new password. */
export class ChangePassword {
  /** The one so far; left out by who has none, because they sign in by links. */
  @MayBeLeftOut() @IsString() @MaxLength(LONGEST_PASSWORD)
  current?: string;

  @IsString() @Length(SHORTEST_PASSWORD, LONGEST_PASSWORD, { message: `choose a password of ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters` })
  password!: string;
}

/** A browser in which the caller is signed in. */
export class DeviceListed {
  id!: string;
  /** As the browser named itself, or empty. */
  userAgent!: string;
  /** ISO 8601, UTC. */
  createdAt!: string;
  expiresAt!: string;
  /** The one that asks. */
  current!: boolean;
}

/** Where the caller is signed in, the newest first. */
export class Devices {
  items!: DeviceListed[];
}

/** A key for a program, by a name that tells its maker later what it was for. */
export class MakeApiKey {
  @trimmed @IsString() @Length(1, 80) @Matches(ONE_LINE, { message: '$property must be one line of text' })
  name!: string;

  /** `read` looks and changes nothing; `write` may do what its maker may. */
  @MayBeLeftOut() @IsIn(KEY_SCOPES)
  scope?: KeyScope;

  /** How long it works; for ever where it is left out. */
  @MayBeLeftOut() @IsInt() @Min(1) @Max(3_650)
  days?: number;
}

/** Who is asking, and in which workspace. */
export class Me {
  userId!: string;
  name!: string;
  email!: string;
  workspaceId!: string;
  workspaceName!: string;
  /** An owner may do everything in the workspace; a host, what belongs to sessions. */
  role!: 'owner' | 'host';
  /** Whether the address was shown to be theirs, by a link that was mailed there. */
  addressConfirmed!: boolean;

  static of({ userId, name, email, workspaceId, workspaceName, role, addressConfirmed }: Principal): Me {
    return { userId, name, email, workspaceId, workspaceName, role, addressConfirmed };
  }
}

/** A new key. It is shown this once and cannot be read again. */
export class ApiKeyMade {
  id!: string;
  name!: string;
  /** Send it as `Authorization: Bearer <key>`. */
  key!: string;
}

/** A key that exists, without the key itself. */
export class ApiKeyListed {
  id!: string;
  name!: string;
  scope!: KeyScope;
  /** ISO 8601, UTC. */
  createdAt!: string;
  /** ISO 8601, UTC; null for one that works for ever. */
  expiresAt!: string | null;
}

/** The caller's keys, oldest first. */
export class ApiKeys {
  items!: ApiKeyListed[];
}

/** Somebody who belongs to the workspace. */
export class MemberListed {
  userId!: string;
  name!: string;
  email!: string;
  role!: 'owner' | 'host';
}

/** The workspace's members, by name. */
export class Members {
  items!: MemberListed[];
}
