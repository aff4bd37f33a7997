import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { api, type Schemas } from '../../../client/api.ts';
import { dataOf } from '../refused.ts';

export type Device = Schemas['DeviceListed'];
export type ApiKey = Schemas['ApiKeyListed'];
export type LeftBehind = Schemas['LeftBehindAnswer'];
export type ApiKeyMade = Schemas['ApiKeyMade'];

export function useDevices() {
  return useQuery({ queryKey: ['devices'], queryFn: async () => (await dataOf(api.GET('/api/identity/devices'))).items });
}

export function useSignOutDevice() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => dataOf(api.DELETE('/api/identity/devices/{id}', { params: { path: { id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['devices'] }),
  });
}

/** Signs every other browser out as well. */
export function useChangePassword() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['ChangePassword']) => dataOf(api.PUT('/api/identity/password', { body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['devices'] }),
  });
}

/** What would become of workspaces and sessions without the account. */
export function useLeaving(enabled: boolean) {
  return useQuery({ queryKey: ['leaving'], enabled, gcTime: 0, queryFn: async () => (await dataOf(api.GET('/api/account/leaving'))).workspaces });
}

export function useLeaveForGood() {
  return useMutation({ mutationFn: (body: Schemas['LeaveBody']) => dataOf(api.POST('/api/account/leave', { body })) });
}

export function useAskForConfirmation() {
  return useMutation({ mutationFn: () => dataOf(api.POST('/api/identity/confirmation')) });
}

export function useApiKeys() {
  return useQuery({ queryKey: ['api-keys'], queryFn: async () => (await dataOf(api.GET('/api/identity/api-keys'))).items });
}

export function useMakeApiKey() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['MakeApiKey']) => dataOf(api.POST('/api/identity/api-keys', { body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['api-keys'] }),
  });
}

export function useRevokeApiKey() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => dataOf(api.DELETE('/api/identity/api-keys/{id}', { params: { path: { id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['api-keys'] }),
  });
}
