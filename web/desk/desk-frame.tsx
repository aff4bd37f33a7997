import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Button, ButtonLink } from '../kit/button.tsx';
import { Frame } from '../kit/frame.tsx';
import { Notice } from '../kit/notice.tsx';
import { Spinner } from '../kit/spinner.tsx';
import { useMe, useSignOut } from './account.ts';
import { problemOf } from './refused.ts';
import styles from './desk-frame.module.css';

/** The desk's walls: who is signed in, and the way to sign in for whoever is not. */
export function DeskFrame({ children, width }: { children: ComponentChildren; width?: 'narrow' | 'normal' | 'wide' }) {
  const me = useMe();
  const signOut = useSignOut();
  const { route, url } = useLocation();
  const nobody = me.data === null;
  const wasIn = useRef(false);
  if (me.data) wasIn.current = true;
  // Signed out meanwhile: what is being written stays, and can be sent after signing in again.
  const putOut = nobody && wasIn.current;

  useEffect(() => {
    if (nobody && !putOut) route(`/sign-in?next=${encodeURIComponent(url)}`, true);
  }, [nobody]);

  const nav = me.data && (
    <>
      <a class={styles.link} href="/desk">Sessions</a>
      <a class={styles.link} href="/desk/workspace">Workspace</a>
      <a class={`${styles.link} ${styles.who}`} href="/desk/account" aria-label={`Your account, ${me.data.name}`}><span class={styles.name}>{me.data.name}</span><span class={styles.short} aria-hidden="true">Account</span></a>
      <Button look="bare" class={styles.out} busy={signOut.isPending} onClick={() => signOut.mutate()}>Sign out</Button>
    </>
  );
  return (
    <Frame home="/desk" nav={nav} width={width}>
      {putOut && <Notice tone="danger" title="You are no longer signed in." action={<ButtonLink href="/sign-in" target="_blank">Sign in</ButtonLink>}>Sign in in a new tab, then go on here.</Notice>}
      {me.data || putOut ? children : me.isError ? <Unreachable error={me.error} retry={() => void me.refetch()} /> : <Waiting />}
    </Frame>
  );
}

/** Nothing to show yet. */
export function Waiting() {
  return <p class={styles.waiting}><Spinner large /></p>;
}

/** Nothing to show, and why. */
export function Unreachable({ error, retry }: { error: unknown; retry: () => void }) {
  return <Notice tone="danger" action={<Button onClick={retry}>Try again</Button>}>{problemOf(error)?.detail}</Notice>;
}
