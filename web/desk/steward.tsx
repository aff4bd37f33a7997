import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useId, useState } from 'preact/hooks';
import { api } from '../../client/api.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { dataOf, mistakeAt, problemOf } from './refused.ts';
import type { Teammate } from './teammates.ts';
import styles from './team.module.css';

/** Who may start where no host comes: somebody on the team, or a registrant, by their address. */
export function Steward({ sessionId, team }: { sessionId: string; team: Teammate[] }) {
  const cache = useQueryClient();
  const queryKey = ['sessions', sessionId, 'steward'];
  const steward = useQuery({ queryKey, queryFn: async () => (await dataOf(api.GET('/api/sessions/{id}/steward', { params: { path: { id: sessionId } } }))).steward });
  const name = useMutation({
    mutationFn: async (email: string | null) => (await dataOf(api.PUT('/api/sessions/{id}/steward', { params: { path: { id: sessionId } }, body: { email } }))).steward,
    onSuccess: (named) => {
      cache.setQueryData(queryKey, named);
      // The session's version has risen, and an edit needs the newest.
      void cache.invalidateQueries({ queryKey: ['sessions', sessionId], exact: true });
      setEmail('');
    },
  });
  const [email, setEmail] = useState('');
  const options = useId();
  if (steward.isPending || steward.isError) return null;
  const wrong = mistakeAt(name.error, '/email');
  return (
    <form
      class={styles.steward}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!name.isPending) name.mutate(email);
      }}
    >
      <h3>If no host comes</h3>
      {steward.data ? (
        <>
          <p role="status">Five minutes after the planned start <b>{steward.data.name}</b> may start, and is the host then.</p>
          <div><Button busy={name.isPending} onClick={() => name.mutate(null)}>Nobody may</Button></div>
        </>
      ) : (
        <>
          <TextField label="Who may start then" help="The e-mail address of somebody on the team, or of somebody who registered." type="email" autocomplete="off" list={options} value={email} onInput={(event) => setEmail(event.currentTarget.value)} error={wrong} />
          <datalist id={options}>{team.map((one) => <option key={one.id} value={one.email}>{one.name}</option>)}</datalist>
          <div><Button type="submit" busy={name.isPending}>Save</Button></div>
        </>
      )}
      {name.error && !wrong && <Notice tone="danger">{problemOf(name.error)?.detail}</Notice>}
    </form>
  );
}
