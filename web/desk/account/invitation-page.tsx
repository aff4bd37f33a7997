import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { api } from '../../../client/api.ts';
import { Button, ButtonLink } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { Frame } from '../../kit/frame.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useMe } from '../account.ts';
import { Waiting } from '../desk-frame.tsx';
import { NotHere } from '../not-here.tsx';
import { usePageTitle } from '../page-title.ts';
import { dataOf, mistakeAt, problemOf } from '../refused.ts';
import styles from '../sign-in-page.module.css';

/** Kept over the way through signing in; the tab forgets it when it closes. */
const KEPT = 'foyer-invitation';
export const keepInvitation = (token: string): void => sessionStorage.setItem(KEPT, token);

/** `/desk/invitation`, to which the mailed link leads. */
export function InvitationPage() {
  const { route } = useLocation();
  const [token] = useState(() => sessionStorage.getItem(KEPT));
  function end(): void {
    sessionStorage.removeItem(KEPT);
    route('/desk', true);
  }
  return token ? <Question token={token} onEnd={end} /> : <NotHere />;
}

/** Somebody is asked into a workspace: who asks, and the one press that answers. */
function Question({ token, onEnd }: { token: string; onEnd: () => void }) {
  const cache = useQueryClient();
  const me = useMe();
  const signOut = useMutation({ mutationFn: () => dataOf(api.POST('/api/identity/sign-out')), onSuccess: () => cache.setQueryData(['me'], null) });
  const [typed, setTyped] = useState({ name: '', password: '' });
  const offer = useQuery({ queryKey: ['invitation', token], staleTime: Infinity, queryFn: () => dataOf(api.POST('/api/identity/invitations/look', { body: { token } })) });
  const accept = useMutation({
    mutationFn: () => dataOf(api.POST('/api/identity/invitations/accept', { body: { token, ...(offer.data?.hasAccount ? {} : typed) } })),
    onSuccess: (now) => {
      cache.clear();
      cache.setQueryData(['me'], now);
      onEnd();
    },
  });
  usePageTitle('An invitation');
  const dead = problemOf(offer.error);
  const problem = problemOf(accept.error);
  const { data } = offer;

  if (!data && !dead) return <Frame home="/" width="narrow" centred><Waiting /></Frame>;
  const rightOne = me.data && me.data.email.toLowerCase() === data?.email;
  return (
    <Frame home="/" width="narrow" centred>
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!accept.isPending) accept.mutate();
        }}
      >
        {dead && (
          <>
            <h1>Too late</h1>
            <Notice tone="danger">{dead.detail}</Notice>
            <Button look="primary" large onClick={onEnd}>Go on</Button>
          </>
        )}
        {data && (
          <>
            <h1>{data.workspaceName}</h1>
            <p>{data.invitedBy} invites you, as {data.role === 'owner' ? 'an owner' : 'a host'}, to schedule sessions together.</p>
            {problem && !problem.errors?.length && <Notice tone="danger">{problem.detail}</Notice>}
            {!data.hasAccount && (
              <>
                <TextField label="E-mail" type="email" autocomplete="username" value={data.email} disabled />
                <TextField label="Your name" help="Your guests see it." autocomplete="name" required value={typed.name} onInput={(event) => setTyped({ ...typed, name: event.currentTarget.value })} error={mistakeAt(accept.error, '/name')} />
                <TextField label="Choose a password" type="password" autocomplete="new-password" required value={typed.password} onInput={(event) => setTyped({ ...typed, password: event.currentTarget.value })} error={mistakeAt(accept.error, '/password')} />
              </>
            )}
            {(!data.hasAccount || rightOne) && <Button type="submit" look="primary" large busy={accept.isPending}>Join {data.workspaceName}</Button>}
            {data.hasAccount && !rightOne && (
              <>
                <p>It is for {data.email}. {me.data ? `You are signed in as ${me.data.email}.` : 'Sign in with that address first.'}</p>
                {me.data
                  ? <Button busy={signOut.isPending} onClick={() => signOut.mutate()}>Sign out</Button>
                  : <ButtonLink look="primary" large href={`/sign-in?next=${encodeURIComponent('/desk/invitation')}`}>Sign in</ButtonLink>}
              </>
            )}
          </>
        )}
      </form>
    </Frame>
  );
}
