import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';

/** What a program with a key may do: look, or whatever its maker may. */
export const KEY_SCOPES = ['read', 'write'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** The organizer on whose behalf a request is made, and the workspace in which they act. */
export interface Principal {
  readonly kind: 'organizer';
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly role: 'owner' | 'host';
  /** How they showed who they are: a browser's cookie, or a program's key. */
  readonly via: 'cookie' | 'api-key';
  /** Of a cookie always `write`. */
  readonly scope: KeyScope;
  /** Whether the address was shown to be theirs. */
  readonly addressConfirmed: boolean;
  /** Whether the account is younger than a week: nobody knows it yet, and it may ask less of other people's mailboxes. */
  readonly newcomer: boolean;
  /** Which sign-in or key it was, so that what was begun with it can end with it. No secret. */
  readonly credential?: string;
}

/** Which organizer, if any, is asking: read anew from the database each time, so what is revoked is gone at once. */
export abstract class Organizers {
  /** By `Authorization: Bearer <key>`, else by the session cookie; null for anyone else. Changes nothing. */
  abstract principalOf(headers: IncomingHttpHeaders): Promise<Principal | null>;

  /** For each, what its account is in the workspace by now; null where the sign-in or key has ended, or the membership. */
  abstract rolesOf(held: readonly { credential: string; workspaceId: string }[]): Promise<(Principal['role'] | null)[]>;
}

/** A request on which the guard has written down who asks. */
export interface Asked {
  principal?: Principal;
}

/** Hands a controller's method the Principal; only under `@UseGuards(OrganizerOnly)`. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<Asked>();
  if (!principal) throw new Error('@By() stands on a route that OrganizerOnly does not guard.');
  return principal;
});
