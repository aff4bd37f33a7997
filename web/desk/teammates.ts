import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { api, type Schemas } from '../../client/api.ts';
import { dataOf } from './refused.ts';

export type Teammate = Schemas['TeammateAnswer'];
export type Member = Schemas['MemberListed'];
export type NamedBody = Schemas['NameTeammateBody'];
/** What an organizer can do about somebody on the team. */
export type Deed = 'send-again' | 'rotate' | 'remove';

const FRESH_MS = 10_000;

export function useTeam(id: string) {
  return useQuery({
    queryKey: ['sessions', id, 'team'],
    refetchInterval: FRESH_MS,
    queryFn: async () => (await dataOf(api.GET('/api/sessions/{id}/team', { params: { path: { id } } }))).items,
  });
}

export function useMembers() {
  return useQuery({ queryKey: ['members'], queryFn: async () => (await dataOf(api.GET('/api/identity/members'))).items });
}

/** Whatever is done about the team writes mails: both are asked again. */
function useAskAgain(id: string) {
  const cache = useQueryClient();
  return async (): Promise<void> => {
    await cache.invalidateQueries({ queryKey: ['sessions', id, 'team'] });
    void cache.invalidateQueries({ queryKey: ['sessions', id, 'deliveries'] });
  };
}

export function useNameTeammate(id: string) {
  return useMutation({
    mutationFn: (body: NamedBody) => dataOf(api.POST('/api/sessions/{id}/team', { params: { path: { id } }, body })),
    onSuccess: useAskAgain(id),
  });
}

export function useDeed(id: string) {
  return useMutation({
    mutationFn: async ({ deed, teammate }: { deed: Deed; teammate: Teammate }): Promise<void> => {
      const params = { path: { id, teammateId: teammate.id } };
      if (deed === 'send-again') await dataOf(api.POST('/api/sessions/{id}/team/{teammateId}/send-again', { params }));
      else if (deed === 'rotate') await dataOf(api.POST('/api/sessions/{id}/team/{teammateId}/rotate-link', { params }));
      else await dataOf(api.DELETE('/api/sessions/{id}/team/{teammateId}', { params }));
    },
    onSuccess: useAskAgain(id),
  });
}
