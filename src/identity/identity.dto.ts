import { Transform } from 'class-transformer';
import { IsEmail, IsString, Length, Matches, MaxLength } from 'class-validator';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './better-auth.js';
import type { Principal } from './principal.js';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** One line of text: no control characters, no broken ones. */
const ONE_LINE = /^[^\p{Cc}\p{Cs}]*$/u;

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

/** A key for a program, by a name that tells its maker later what it was for. */
export class MakeApiKey {
  @trimmed @IsString() @Length(1, 80) @Matches(ONE_LINE, { message: '$property must be one line of text' })
  name!: string;
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

  static of({ userId, name, email, workspaceId, workspaceName, role }: Principal): Me {
    return { userId, name, email, workspaceId, workspaceName, role };
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
  /** ISO 8601, UTC. */
  createdAt!: string;
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
