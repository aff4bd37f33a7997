import { useState } from 'preact/hooks';
import { Button, ButtonLink } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/field.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Waiting } from '../desk-frame.tsx';
import { mistakeAt, mistakesBut, problemOf } from '../refused.ts';
import { whatBecomes } from './leaving-words.ts';
import { useLeaveForGood, useLeaving } from './own.ts';
import styles from './account.module.css';

const SHOWN = /^\/(email|password)$/;

/** The end of the account: first what it ends with, then the address typed, and gone. */
export function Leaving({ email }: { email: string }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ email: '', password: '' });
  const leaving = useLeaving(open);
  const leave = useLeaveForGood();
  const stays = leaving.data?.some(({ fate }) => fate === 'needs-owner');
  const ready = leaving.data !== undefined && !stays;
  const elsewhere = mistakesBut(SHOWN, leave.error);

  function close(): void {
    leave.reset();
    setTyped({ email: '', password: '' });
    setOpen(false);
  }

  return (
    <section class={styles.part} aria-labelledby="leaving">
      <h2 id="leaving">Delete the account</h2>
      <p class={styles.soft}>You see what becomes of your sessions before anything is deleted.</p>
      <div><Button look="danger" onClick={() => setOpen(true)}>Delete my account</Button></div>
      <Dialog
        open={open}
        onClose={close}
        title="Delete your account?"
        actions={
          <>
            <Button onClick={close}>Keep it</Button>
            {stays && <ButtonLink href="/desk/workspace">To the members</ButtonLink>}
            {ready && <Button look="danger" busy={leave.isPending} onClick={() => leave.mutate({ email: typed.email, ...(typed.password && { password: typed.password }) }, { onSuccess: () => location.assign('/') })}>Delete for good</Button>}
          </>
        }
      >
        {leaving.isPending && <Waiting />}
        {leaving.error && <Notice tone="danger" action={<Button onClick={() => void leaving.refetch()}>Try again</Button>}>{problemOf(leaving.error)?.detail}</Notice>}
        {leaving.data && <ul class={styles.plainList}>{leaving.data.map((workspace) => <li key={workspace.workspaceId}>{whatBecomes(workspace)}</li>)}</ul>}
        {ready && (
          <>
            <p>Your address, password, sign-ins and keys are erased. Sessions that are over still name you as their host. This cannot be undone.</p>
            <TextField label="Your address, to be sure" type="email" required autocomplete="off" spellcheck={false} placeholder={email} value={typed.email} onInput={(event) => setTyped({ ...typed, email: event.currentTarget.value })} error={mistakeAt(leave.error, '/email')} />
            <TextField label="Your password" type="password" autocomplete="current-password" help="Empty if you have none, because you sign in by mailed links." value={typed.password} onInput={(event) => setTyped({ ...typed, password: event.currentTarget.value })} error={mistakeAt(leave.error, '/password')} />
          </>
        )}
        {elsewhere && <Notice tone="danger">{elsewhere}</Notice>}
      </Dialog>
    </section>
  );
}
