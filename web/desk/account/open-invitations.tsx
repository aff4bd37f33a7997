import { useRef, useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { SelectField, TextField } from '../../kit/field.tsx';
import { Notice } from '../../kit/notice.tsx';
import { spellMoment } from '../../kit/times.ts';
import { mistakeAt, problemOf } from '../refused.ts';
import { useInvitations, useInvite, useTakeBack, type MemberRole } from './workspace.ts';
import styles from './account.module.css';

const ROLES = [{ value: 'host', label: 'Host: runs what they schedule' }, { value: 'owner', label: 'Owner: may change everything' }];

/** Whom the owners have asked, and a place to ask one more. */
export function OpenInvitations() {
  const invitations = useInvitations();
  const takeBack = useTakeBack();
  const invite = useInvite();
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState({ email: '', role: 'host' });
  const [said, setSaid] = useState('');
  const wrong = mistakeAt(invite.error, '/email');

  function send(): void {
    if (invite.isPending) return;
    invite.mutate({ email: draft.email, role: draft.role as MemberRole }, {
      onSuccess: ({ email }) => {
        setSaid(`${email} is invited.`);
        setDraft({ ...draft, email: '' });
      },
      onSettled: () => field.current?.focus(),
    });
  }

  return (
    <section class={styles.part} aria-labelledby="invitations">
      <h2 id="invitations">Invite somebody</h2>
      {(invitations.error ?? takeBack.error) && <Notice tone="danger">{problemOf(invitations.error ?? takeBack.error)?.detail}</Notice>}
      {(invitations.data ?? []).length > 0 && (
        <ul class={styles.list} aria-label="Not answered yet">
          {invitations.data?.map(({ id, email, role, expiresAt }) => (
            <li key={id}>
              <span>{email} <span class={styles.soft}>as {role}, until {spellMoment(expiresAt)}</span></span>
              <Button look="bare" aria-label={`Take back the invitation of ${email}`} busy={takeBack.isPending && takeBack.variables === id} onClick={() => takeBack.mutate(id, { onSuccess: () => { setSaid(`The invitation of ${email} is taken back.`); field.current?.focus(); } })}>Take back</Button>
            </li>
          ))}
        </ul>
      )}
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField label="E-mail" type="email" autocomplete="off" inputRef={field} value={draft.email} onInput={(event) => setDraft({ ...draft, email: event.currentTarget.value })} error={wrong} />
        <SelectField label="As" value={draft.role} options={ROLES} onChange={(role) => setDraft({ ...draft, role })} />
        {invite.error && !wrong && <Notice tone="danger">{problemOf(invite.error)?.detail}</Notice>}
        <div><Button type="submit" busy={invite.isPending}>Send the invitation</Button></div>
        <p class={styles.soft} role="status">{said}</p>
      </form>
    </section>
  );
}
