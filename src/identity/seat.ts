import type { KeyScope, Principal } from './principal.js';

/** Someone's place in a workspace, as the library's tables tell it. */
export type Seat = Omit<Principal, 'kind' | 'via' | 'role' | 'scope'> & { readonly memberRole: string; readonly scope?: KeyScope };

/** Keys that were made before there were scopes may do what their makers may. */
export const KEY_SCOPE = `coalesce(k.metadata::jsonb ->> 'scope', 'write')`;

const seat = (more = ''): string => `
  select u.id as "userId", u.name, u.email, u."emailVerified" as "addressConfirmed", u."createdAt" > now() - interval '7 days' as newcomer${more}, o.id as "workspaceId", o.name as "workspaceName", m.role as "memberRole"
    from "user" u join member m on m."userId" = u.id join organization o on o.id = m."organizationId"`;

/** Of the user $1: in the workspace $2 if they belong to it, else in the one they have longest. */
export const SEAT_OF_USER = `${seat()} where u.id = $1 order by (o.id = $2) desc nulls last, m."createdAt", o.id limit 1`;

/** Of the key with the hash $1, in the workspace that it was made for. */
export const SEAT_OF_KEY = `${seat(`, ${KEY_SCOPE} as scope, 'api-key:' || k.id as credential`)}
    join apikey k on u.id = k."referenceId"::uuid and o.id = (k.metadata::jsonb ->> 'workspaceId')::uuid
   where k.key = $1 and k.enabled and (k."expiresAt" is null or k."expiresAt" > now())`;

/** What the accounts behind the sign-ins and keys $1 are in the workspaces $2: those whose sign-in, key and membership still stand. */
export const ROLES = `
  select held.at::int, m.role as "memberRole" from unnest($1::text[], $2::text[]) with ordinality as held (credential, workspace, at)
    join lateral (
      select s."userId" from session s where held.credential = 'cookie:' || s.id and s."expiresAt" > now()
      union all
      select k."referenceId"::uuid from apikey k where held.credential = 'api-key:' || k.id and k.enabled and (k."expiresAt" is null or k."expiresAt" > now())
    ) whose on true
    join member m on m."userId" = whose."userId" and m."organizationId"::text = held.workspace`;

/** Of the user $1, by name. */
export const WORKSPACES = `
  select o.id as "workspaceId", o.name, m.role as "memberRole" from organization o join member m on m."organizationId" = o.id
   where m."userId" = $1 order by lower(o.name), o.id`;

/** Of the workspace $1. */
export const MEMBERS = `
  select u.id as "userId", u.name, u.email, m.role as "memberRole" from "user" u join member m on m."userId" = u.id
   where m."organizationId"::text = $1 order by lower(u.name), u.id`;

export const roleOf = (memberRole: string): Principal['role'] => (memberRole === 'owner' ? 'owner' : 'host');

export const principalIn = ({ memberRole, scope = 'write', ...seat }: Seat, via: Principal['via']): Principal => ({
  kind: 'organizer',
  ...seat,
  scope,
  role: roleOf(memberRole),
  via,
});
