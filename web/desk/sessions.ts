import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { api } from '../../client/api.ts';
import { dataOf } from './refused.ts';

export type Theme = 'meeting' | 'workshop' | 'webinar';
export type Phase = 'upcoming' | 'ready' | 'live' | 'ended' | 'cancelled' | 'missed';
export type State = 'ready' | 'live' | 'upcoming' | 'past' | 'cancelled';
export type FieldKind = 'short-text' | 'long-text' | 'choice' | 'choices' | 'checkbox' | 'phone' | 'url' | 'number' | 'date';

export interface FormField {
  key: string;
  label: string;
  help: string;
  kind: FieldKind;
  required: boolean;
  options: string[];
}

export interface Session {
  id: string;
  slug: string;
  title: string;
  description: string;
  theme: Theme;
  status: 'scheduled' | 'live' | 'ended' | 'cancelled';
  phase: Phase;
  when: { wallTime: string; timeZone: string; durationMinutes: number; startsAt: string; endsAt: string };
  hostName: string;
  registration: { fields: FormField[] } | null;
  publicUrl: string;
  roomUrl: string;
  version: number;
  startedAt: string | null;
  endedAt: string | null;
}

/** What is sent of a session: all of it to schedule one, what changed to edit one. */
export interface SessionBody {
  title: string;
  description: string;
  wallTime: string;
  timeZone: string;
  occurrence?: 'earlier' | 'later';
  durationMinutes: number;
  theme: Theme;
  registration: { fields: (Omit<FormField, 'key'> & { key?: string })[] } | null;
}

export interface Registrant {
  id: string;
  email: string;
  name: string;
  answers: Record<string, unknown>;
  status: string;
  timeZone: string;
  registeredAt: string;
}

export interface Delivery {
  id: string;
  kind: string;
  recipient: string;
  status: string;
  createdAt: string;
  sentAt: string | null;
  attempts: number;
  lastAnswer: string | null;
  nextTryAt: string | null;
}

/** Other people register and other hosts act: what is on the screen is asked again while it is looked at. */
const FRESH_MS = 10_000;

/** Sessions in any of these states, in the order in which the states are named. */
export function useSessions(states: readonly State[]) {
  return useQuery({
    queryKey: ['sessions', 'list', ...states],
    refetchInterval: FRESH_MS,
    queryFn: async () => {
      const lists = await Promise.all(states.map((state) =>
        dataOf<{ items: Session[] }>(api.GET('/api/sessions', { params: { query: { state } } }))));
      // A session may pass from one state to the next between two answers: it is shown once.
      return [...new Map(lists.flatMap(({ items }) => items).map((session) => [session.id, session])).values()];
    },
  });
}

export function useSession(id: string) {
  return useQuery({ queryKey: ['sessions', id], refetchInterval: FRESH_MS, queryFn: () => readSession(id) });
}

export function readSession(id: string): Promise<Session> {
  return dataOf<Session>(api.GET('/api/sessions/{id}', { params: { path: { id } } }));
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
    mutationFn: (body: SessionBody) => dataOf<Session>(api.POST('/api/sessions', { body })),
    onSuccess: useRemember(),
  });
}

export function useEditSession(id: string) {
  return useMutation({
    mutationFn: ({ changes, version }: { changes: Partial<SessionBody>; version: number }) =>
      dataOf<Session>(api.PATCH('/api/sessions/{id}', { params: { path: { id }, header: { 'If-Match': `"${version}"` } }, body: changes })),
    onSuccess: useRemember(),
  });
}

export function useCancelSession(id: string) {
  return useMutation({
    mutationFn: () => dataOf<Session>(api.POST('/api/sessions/{id}/cancel', { params: { path: { id } } })),
    onSuccess: useRemember(),
  });
}

export function useEndSession(id: string) {
  return useMutation({
    mutationFn: () => dataOf<Session>(api.POST('/api/sessions/{id}/end', { params: { path: { id } } })),
    onSuccess: useRemember(),
  });
}

export function useDeleteSession(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => dataOf<unknown>(api.DELETE('/api/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => void cache.invalidateQueries({ queryKey: ['sessions', 'list'] }),
  });
}

export function useRegistrants(id: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['sessions', id, 'registrations'],
    enabled,
    refetchInterval: FRESH_MS,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after }) =>
      dataOf<{ items: Registrant[]; next: string | null; total: number }>(
        api.GET('/api/sessions/{id}/registrations', { params: { path: { id }, query: { limit: 50, after } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

export function useDeliveries(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['sessions', id, 'deliveries'],
    enabled,
    refetchInterval: FRESH_MS,
    queryFn: async () => (await dataOf<{ items: Delivery[] }>(api.GET('/api/sessions/{id}/deliveries', { params: { path: { id } } }))).items,
  });
}
