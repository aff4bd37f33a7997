import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { api } from '../../client/api.ts';
import { Notice } from '../kit/notice.tsx';
import { Switch } from '../kit/switch.tsx';
import { dataOf, problemOf } from './refused.ts';

/** Whether whoever comes asks to be let in: ahead of the session, or while it runs. */
export function DoorPolicy({ sessionId }: { sessionId: string }) {
  const cache = useQueryClient();
  const queryKey = ['sessions', sessionId, 'lock'];
  const at = { params: { path: { id: sessionId } } };
  const lock = useQuery({ queryKey, queryFn: () => dataOf(api.GET('/api/sessions/{id}/lock', at)) });
  const turn = useMutation({
    mutationFn: (locked: boolean) => dataOf(api.PUT('/api/sessions/{id}/lock', { ...at, body: { locked } })),
    onSuccess: (answer) => cache.setQueryData(queryKey, answer),
  });
  if (!lock.data) return null;
  return (
    <div>
      <Switch label="Let people in one by one" help="Whoever comes asks to come in, and a host decides. Hosts and speakers need not ask." on={lock.data.locked} onTurn={(on) => !turn.isPending && turn.mutate(on)} />
      {turn.error && <Notice tone="danger">{problemOf(turn.error)?.detail}</Notice>}
    </div>
  );
}
