import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { api, type Schemas } from '../../../client/api.ts';
import { dataOf } from '../refused.ts';

export type Member = Schemas['MemberListed'];
export type Invitation = Schemas['InvitationListed'];
export type MemberRole = Member['role'];

export function useInvitations() {
  return useQuery({ queryKey: ['invitations'], queryFn: async () => (await dataOf(api.GET('/api/identity/invitations'))).items });
}

export function useWorkspaces() {
  return useQuery({ queryKey: ['workspaces'], queryFn: async () => (await dataOf(api.GET('/api/identity/workspaces'))).items });
}

export function useInvite() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['InviteMember']) => dataOf(api.POST('/api/identity/invitations', { body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['invitations'] }),
  });
}

export function useTakeBack() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => dataOf(api.DELETE('/api/identity/invitations/{id}', { params: { path: { id } } })),
    onSettled: () => cache.invalidateQueries({ queryKey: ['invitations'] }),
  });
}

export function useSetRole() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ userId, role }: { userId: string; role: MemberRole }) => dataOf(api.PATCH('/api/identity/members/{userId}', { params: { path: { userId } }, body: { role } })),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: ['members'] });
      void cache.invalidateQueries({ queryKey: ['me'] });
    },
  });
}

export function useRemoveMember() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (userId: string) => dataOf(api.DELETE('/api/identity/members/{userId}', { params: { path: { userId } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['members'] }),
  });
}

export function useRename() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => dataOf(api.PATCH('/api/identity/workspace', { body: { name } })),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: ['me'] });
      void cache.invalidateQueries({ queryKey: ['workspaces'] });
    },
  });
}

/** Whatever was read belongs to the workspace that is left. */
export function useGoToWorkspace() {
  return useMutation({
    mutationFn: (workspaceId: string) => dataOf(api.PUT('/api/identity/workspace', { body: { workspaceId } })),
    onSuccess: () => location.assign('/desk'),
  });
}

export function useLook() {
  return useQuery({ queryKey: ['look'], queryFn: () => dataOf(api.GET('/api/identity/workspace/look')) });
}

/** `#rrggbb`, or null for the house's own colours. */
export function useChooseLook() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (accent: string | null) => dataOf(api.PUT('/api/identity/workspace/look', { body: { accent } })),
    onSuccess: (_, accent) => cache.setQueryData(['look'], { accent }),
  });
}
