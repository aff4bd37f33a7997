import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { api } from '../../client/api.ts';
import { dataOf, problemOf } from './refused.ts';

export interface Me {
  userId: string;
  name: string;
  email: string;
  workspaceId: string;
  workspaceName: string;
  role: 'owner' | 'host';
}

/** Who is signed in; null for nobody. */
export function useMe() {
  return useQuery<Me | null>({
    queryKey: ['me'],
    staleTime: 60_000,
    queryFn: () =>
      dataOf<Me>(api.GET('/api/identity/me')).catch((error: unknown) => {
        if (problemOf(error)?.status === 401) return null;
        throw error;
      }),
  });
}

export interface Credentials {
  name: string;
  email: string;
  password: string;
}

/** In, by an account that exists or by a new one. */
export function useSignIn(newcomer: boolean) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ name, email, password }: Credentials) =>
      newcomer
        ? dataOf<Me>(api.POST('/api/identity/sign-up', { body: { name, email, password } }))
        : dataOf<Me>(api.POST('/api/identity/sign-in', { body: { email, password } })),
    onSuccess: (me) => cache.setQueryData(['me'], me),
  });
}

/** Out, and nothing that was read stays behind. */
export function useSignOut() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => dataOf(api.POST('/api/identity/sign-out')),
    onSuccess: () => {
      cache.clear();
      location.assign('/');
    },
  });
}
