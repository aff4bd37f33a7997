import { useRef, useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { Notice } from '../../kit/notice.tsx';
import { mistakeAt, problemOf } from '../refused.ts';
import { useChangePassword } from './own.ts';
import styles from './account.module.css';

/** A new password; whoever signs in by mailed links leaves the old one empty. */
export function Password({ email }: { email: string }) {
  const change = useChangePassword();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ current: '', password: '' });
  const heading = useRef<HTMLHeadingElement>(null);
  const problem = problemOf(change.error);

  function submit(): void {
    if (change.isPending) return;
    change.mutate({ password: typed.password, ...(typed.current && { current: typed.current }) }, {
      onSuccess: () => {
        setTyped({ current: '', password: '' });
        setOpen(false);
        heading.current?.focus();
      },
    });
  }

  return (
    <section class={styles.part} aria-labelledby="password">
      <h2 id="password" tabIndex={-1} ref={heading}>Password</h2>
      {!open && <div><Button onClick={() => { change.reset(); setOpen(true); }}>Change the password</Button></div>}
      <p role="status" class={styles.soft}>{change.isSuccess && !open && 'The password is changed. Every other browser was signed out.'}</p>
      {open && (
        <form
          class={styles.form}
          aria-labelledby="password"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <input type="text" autocomplete="username" value={email} hidden readOnly />
          <TextField
            label="Your password now"
            help="Empty if you have none, because you sign in by mailed links."
            type="password"
            autocomplete="current-password"
            autofocus
            value={typed.current}
            onInput={(event) => setTyped({ ...typed, current: event.currentTarget.value })}
            error={mistakeAt(change.error, '/current')}
          />
          <TextField
            label="The new one"
            type="password"
            autocomplete="new-password"
            value={typed.password}
            onInput={(event) => setTyped({ ...typed, password: event.currentTarget.value })}
            error={mistakeAt(change.error, '/password')}
          />
          {problem && !problem.errors?.length && <Notice tone="danger">{problem.detail}</Notice>}
          <div class={styles.deeds}>
            <Button type="submit" look="primary" busy={change.isPending}>Change it</Button>
            <Button look="bare" onClick={() => setOpen(false)}>Leave it</Button>
          </div>
          <p class={styles.soft}>Every other browser is signed out then.</p>
        </form>
      )}
    </section>
  );
}
