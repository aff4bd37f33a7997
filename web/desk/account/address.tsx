import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useSignOut, type Me } from '../account.ts';
import { problemOf } from '../refused.ts';
import { useAskForConfirmation } from './own.ts';
import styles from './account.module.css';

/** Who somebody is here, and whether their address is known to be theirs. */
export function Address({ me }: { me: Me }) {
  const ask = useAskForConfirmation();
  const signOut = useSignOut();
  return (
    <section class={styles.part} aria-labelledby="address">
      <h2 id="address">You</h2>
      <p><b>{me.name}</b><br />{me.email}</p>
      <div><Button busy={signOut.isPending} onClick={() => signOut.mutate()}>Sign out</Button></div>
      {!me.addressConfirmed && !ask.isSuccess && (
        <Notice tone="lit" title="Is this address yours?" action={<Button busy={ask.isPending} onClick={() => ask.mutate()}>Send the link again</Button>}>
          A link to confirm it was mailed there. Until then it stays unconfirmed.
        </Notice>
      )}
      {ask.isSuccess && <Notice tone="good">The link is on its way to {me.email}.</Notice>}
      {ask.error && <Notice tone="danger">{problemOf(ask.error)?.detail}</Notice>}
    </section>
  );
}
