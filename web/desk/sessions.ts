import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { api, type Schemas } from '../../client/api.ts';
import { dataOf } from './refused.ts';

export type Session = Schemas['SessionAnswer'];
export type Theme = Session['theme'];
export type Phase = Session['phase'];
export type State = 'ready' | 'live' | 'upcoming' | 'past' | 'cancelled';
export type FormField = Schemas['FieldAnswer'];
export type FormerField = Schemas['FormerFieldAnswer'];
export type FieldKind = FormField['kind'];
export type Delivery = Schemas['DeliveryAnswer'];
/** What is sent of a session: all of it to schedule one, what changed to edit one. */
export type SessionBody = Schemas['ScheduleSessionBody'];

/** Other people register and other hosts act: what is on the screen is asked again while it is looked at. */
const FRESH_MS = 10_000;

/** Which sessions are looked for: words of the title, and days. */
export interface Sought {
  search?: string;
  from?: string;
  to?: string;
}

/** Where a page begins in each state: from its first session on, or behind the one before. */
type Places = readonly { state: State; after?: string }[];
const ON_A_PAGE = 50;

/** Sessions in any of these states, in the order in which the states are named; of each a page at a time. */
export function useSessions(states: readonly State[], sought: Sought = {}) {
  return useInfiniteQuery({
    queryKey: ['sessions', 'list', ...states, sought],
    refetchInterval: FRESH_MS,
    placeholderData: keepPreviousData,
    initialPageParam: states.map((state) => ({ state })) as Places,
    queryFn: async ({ pageParam }) => {
      const lists = await Promise.all(pageParam.map(async (place) => ({ ...place, ...(await dataOf(api.GET('/api/sessions', { params: { query: { ...place, ...sought, limit: ON_A_PAGE } } }))) })));
      return { items: lists.flatMap(({ items }) => items), next: lists.flatMap(({ state, next }) => (next === null ? [] : [{ state, after: next }])) };
    },
    getNextPageParam: ({ next }): Places | undefined => (next.length > 0 ? next : undefined),
    // A session may pass from one state to the next between two answers: it is shown once.
    select: ({ pages }) => [...new Map(pages.flatMap(({ items }) => items).map((session) => [session.id, session])).values()],
  });
}

export function useSession(id: string) {
  return useQuery({ queryKey: ['sessions', id], refetchInterval: FRESH_MS, queryFn: () => readSession(id) });
}

export function readSession(id: string): Promise<Session> {
  return dataOf(api.GET('/api/sessions/{id}', { params: { path: { id } } }));
}

/** Remembers what the server answered with, and has the lists asked again. */
function useRemember() {
  const cache = useQueryClient();
  return (session: Session): void => {
    cache.setQueryData(['sessions', session.id], session);
    void cache.invalidateQueries({ queryKey: ['sessions', 'list'] });
  };
}

export function useScheduleSession() {
  return useMutation({
    mutationFn: (body: SessionBody) => dataOf(api.POST('/api/sessions', { body })),
    onSuccess: useRemember(),
  });
}

export function useDuplicateSession(id: string) {
  return useMutation({
    mutationFn: (when: Schemas['DuplicateSessionBody']) => dataOf(api.POST('/api/sessions/{id}/duplicate', { params: { path: { id } }, body: when })),
    onSuccess: useRemember(),
  });
}

export function useEditSession(id: string) {
  return useMutation({
    mutationFn: ({ changes, version }: { changes: Partial<SessionBody>; version: number }) =>
      dataOf(api.PATCH('/api/sessions/{id}', { params: { path: { id }, header: { 'If-Match': `"${version}"` } }, body: changes })),
    onSuccess: useRemember(),
  });
}

export function useCancelSession(id: string) {
  return useMutation({
    mutationFn: () => dataOf(api.POST('/api/sessions/{id}/cancel', { params: { path: { id } } })),
    onSuccess: useRemember(),
  });
}

export function useEndSession(id: string) {
  return useMutation({
    mutationFn: () => dataOf(api.POST('/api/sessions/{id}/end', { params: { path: { id } } })),
    onSuccess: useRemember(),
  });
}

export function useDeleteSession(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => dataOf(api.DELETE('/api/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => void cache.invalidateQueries({ queryKey: ['sessions', 'list'] }),
  });
}

/** As many as are asked about at once. */
const MOST_PEOPLE = 200;

/** The mails to these people, and to nobody else: a session may have sent many more. */
export function useDeliveries(id: string, people: readonly string[]) {
  const parts = Array.from({ length: Math.ceil(people.length / MOST_PEOPLE) }, (_, n) => people.slice(n * MOST_PEOPLE, (n + 1) * MOST_PEOPLE).join(','));
  return useQuery({
    queryKey: ['sessions', id, 'deliveries', parts],
    enabled: people.length > 0,
    refetchInterval: FRESH_MS,
    placeholderData: keepPreviousData,
    queryFn: async (): Promise<Delivery[]> => {
      const lists = await Promise.all(parts.map((to) => allPages(id, { to })));
      return lists.flat();
    },
  });
}

/** What has gone wrong with a session's mails: how many, and the latest of them. */
export function useMailTrouble(id: string, trouble: 'lost' | 'late') {
  return useQuery({
    queryKey: ['sessions', id, 'deliveries', trouble],
    refetchInterval: FRESH_MS,
    queryFn: () => dataOf(api.GET('/api/sessions/{id}/deliveries', { params: { path: { id }, query: { trouble, limit: 100 } } })),
  });
}

async function allPages(id: string, wanted: { to: string }): Promise<Delivery[]> {
  const all: Delivery[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const { items, next }: Schemas['DeliveryList'] = await dataOf(api.GET('/api/sessions/{id}/deliveries', { params: { path: { id }, query: { ...wanted, ...(after && { after }) } } }));
    all.push(...items);
    after = next;
  }
  return all;
}
