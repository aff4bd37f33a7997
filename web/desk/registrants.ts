import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/preact-query';
import { api, type Schemas } from '../../client/api.ts';
import { dataOf } from './refused.ts';

export type Registrant = Schemas['RegistrantAnswer'];
export type RegistrationStatus = Registrant['status'];
export type AddedBody = Schemas['AddRegistrantBody'];
export type Correction = Schemas['CorrectRegistrationBody'];
export type ImportedRow = Schemas['ImportedRowAnswer'];
export type Order = 'registered' | '-registered' | 'name' | '-name';

/** Which registrants are looked at, and in what order. */
export interface Wanted {
  search?: string;
  status?: RegistrationStatus;
  /** Who has answered this so. */
  question?: string;
  answer?: string;
  sort?: Order;
}

/** What an organizer can do about one registrant, beside correcting them. */
export type RegistrantDeed = 'send-again' | 'rotate' | 'revoke' | 'restore' | 'erase';

const FRESH_MS = 10_000;

export function useRegistrants(id: string, enabled: boolean, wanted: Wanted = {}) {
  return useInfiniteQuery({
    queryKey: ['sessions', id, 'registrations', wanted],
    enabled,
    refetchInterval: FRESH_MS,
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after }) =>
      dataOf(
        api.GET('/api/sessions/{id}/registrations', { params: { path: { id }, query: { limit: 50, after, ...wanted } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** Where all that are wanted can be downloaded. */
export function csvOf(id: string, { sort: _, ...wanted }: Wanted): string {
  const query = new URLSearchParams(Object.entries(wanted)).toString();
  return `/api/sessions/${encodeURIComponent(id)}/registrations.csv${query && `?${query}`}`;
}

/** Whatever is done about registrants writes mails, and stands in their story: all are asked again. */
function useAskAgain(id: string) {
  const cache = useQueryClient();
  return async (): Promise<void> => {
    await cache.invalidateQueries({ queryKey: ['sessions', id, 'registrations'] });
    void cache.invalidateQueries({ queryKey: ['sessions', id, 'deliveries'] });
    void cache.invalidateQueries({ queryKey: ['sessions', id, 'story'] });
  };
}

export function useAddRegistrant(id: string) {
  return useMutation({
    mutationFn: (body: AddedBody) => dataOf(api.POST('/api/sessions/{id}/registrations', { params: { path: { id } }, body })),
    onSuccess: useAskAgain(id),
  });
}

export function useCorrectRegistrant(id: string) {
  return useMutation({
    mutationFn: ({ registrant, correction }: { registrant: Registrant; correction: Correction }) =>
      dataOf(api.PATCH('/api/sessions/{id}/registrations/{registrationId}', {
        params: { path: { id, registrationId: registrant.id }, header: { 'If-Match': `"${registrant.version}"` } }, body: correction,
      })),
    // Also where somebody else was quicker: then theirs is shown.
    onSettled: useAskAgain(id),
  });
}

export function useRegistrantDeed(id: string) {
  return useMutation({
    mutationFn: async ({ deed, registrant }: { deed: RegistrantDeed; registrant: Pick<Registrant, 'id'> }): Promise<void> => {
      const params = { path: { id, registrationId: registrant.id } };
      if (deed === 'send-again') await dataOf(api.POST('/api/sessions/{id}/registrations/{registrationId}/send-again', { params }));
      else if (deed === 'rotate') await dataOf(api.POST('/api/sessions/{id}/registrations/{registrationId}/rotate-link', { params }));
      else if (deed === 'revoke') await dataOf(api.POST('/api/sessions/{id}/registrations/{registrationId}/revoke', { params }));
      else if (deed === 'restore') await dataOf(api.POST('/api/sessions/{id}/registrations/{registrationId}/restore', { params }));
      else await dataOf(api.DELETE('/api/sessions/{id}/registrations/{registrationId}', { params }));
    },
    onSuccess: useAskAgain(id),
  });
}

export function useImportRegistrants(id: string) {
  const askAgain = useAskAgain(id);
  return useMutation({
    mutationFn: (body: Schemas['ImportBody']) => dataOf(api.POST('/api/sessions/{id}/registrations/import', { params: { path: { id } }, body })),
    onSuccess: ({ dryRun }) => (dryRun ? undefined : askAgain()),
  });
}
