import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { api, type Schemas } from '../../client/api.ts';
import { dataOf, problemOf } from './refused.ts';

export type Me = Schemas['Me'];

/** Who is signed in; null for nobody. */
export function useMe() {
  return useQuery<Me | null>({
    queryKey: ['me'],
    staleTime: 60_000,
    refetchOnWindowFocus: 'always',
    queryFn: () =>
      dataOf(api.GET('/api/identity/me')).catch((error: unknown) => {
        if (problemOf(error)?.status === 401) return null;
        throw error;
      }),
  });
}

/** In, by an account that exists or by a new one. */
export function useSignIn(newcomer: boolean) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ name, email, password }: Schemas['SignUp']) =>
      newcomer
        ? dataOf(api.POST('/api/identity/sign-up', { body: { name, email, password } }))
        : dataOf(api.POST('/api/identity/sign-in', { body: { email, password } })),
    onSuccess: (me) => cache.setQueryData(['me'], me),
  });
}

/** A link by mail, for who has no password at hand. The answer does not tell whether there is an account. */
export function useAskForLink() {
  return useMutation({ mutationFn: (email: string) => dataOf(api.POST('/api/identity/sign-in-link', { body: { email } })) });
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
