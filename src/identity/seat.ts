import type { Principal } from './principal.js';

/** Someone's place in a workspace, as the library's tables tell it. */
export type Seat = Omit<Principal, 'kind' | 'via' | 'role'> & { readonly memberRole: string };

const SEAT = `
  select u.id as "userId", u.name, u.email, o.id as "workspaceId", o.name as "workspaceName", m.role as "memberRole"
    from "user" u join member m on m."userId" = u.id join organization o on o.id = m."organizationId"`;

/** Of the user $1: in the workspace $2 if they belong to it, else in the one they have longest. */
export const SEAT_OF_USER = `${SEAT} where u.id = $1 order by (o.id = $2) desc nulls last, m."createdAt", o.id limit 1`;

/** Of the key with the hash $1, in the workspace that it was made for. */
export const SEAT_OF_KEY = `${SEAT}
    join apikey k on u.id = k."referenceId"::uuid and o.id = (k.metadata::jsonb ->> 'workspaceId')::uuid
   where k.key = $1 and k.enabled and (k."expiresAt" is null or k."expiresAt" > now())`;

/** Of the workspace $1. */
export const MEMBERS = `
  select u.id as "userId", u.name, u.email, m.role as "memberRole" from "user" u join member m on m."userId" = u.id
   where m."organizationId"::text = $1 order by lower(u.name), u.id`;

export const roleOf = (memberRole: string): Principal['role'] => (memberRole === 'owner' ? 'owner' : 'host');

export const principalIn = ({ memberRole, ...seat }: Seat, via: Principal['via']): Principal => ({
  kind: 'organizer',
  ...seat,
  role: roleOf(memberRole),
  via,
});
