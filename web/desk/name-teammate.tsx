import { useId, useRef, useState } from 'preact/hooks';
import { LANGUAGES } from '../words/languages.ts';
import { Button } from '../kit/button.tsx';
import { SelectField, TextField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { useMe } from './account.ts';
import { mistakeAt, problemOf } from './refused.ts';
import { useMembers, useNameTeammate, type Teammate } from './teammates.ts';
import styles from './team.module.css';

const ROLES = [{ value: 'speaker', label: 'Speaker: on stage from the start' }, { value: 'host', label: 'Host: may start, end and moderate' }];
const LANGUAGE_OPTIONS = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));
const SOMEBODY = '';

interface NameTeammateProps {
  sessionId: string;
  team: Teammate[];
  onNamed: (teammate: Teammate) => void;
}

/** One more host or speaker: a member of the workspace, or anybody who has an e-mail address. */
export function NameTeammate({ sessionId, team, onNamed }: NameTeammateProps) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  if (!open) return <div ref={opener}><Button onClick={() => setOpen(true)}>Invite a host or speaker</Button></div>;
  return <Fields sessionId={sessionId} team={team} onNamed={onNamed} onClose={() => setOpen(false)} />;
}

function Fields({ sessionId, team, onNamed, onClose }: NameTeammateProps & { onClose: () => void }) {
  const me = useMe();
  const members = useMembers();
  const name = useNameTeammate(sessionId);
  const first = useRef<HTMLInputElement>(null);
  const heading = useId();
  const empty = { role: 'speaker' as Teammate['role'], userId: SOMEBODY, name: '', email: '', locale: 'en' };
  const [draft, setDraft] = useState(empty);
  const change = (changes: Partial<typeof draft>): void => setDraft({ ...draft, ...changes });
  const free = (members.data ?? []).filter(({ userId }) => userId !== me.data?.userId && !team.some((one) => one.userId === userId));
  const { userId, name: theirName, email, ...rest } = draft;

  function invite(): void {
    if (name.isPending) return;
    name.mutate(userId === SOMEBODY ? { ...rest, name: theirName, email } : { ...rest, userId }, {
      onSuccess: (teammate) => {
        onNamed(teammate);
        setDraft({ ...empty, role: draft.role, locale: draft.locale });
        requestAnimationFrame(() => first.current?.focus());
      },
    });
  }

  const known = ['/name', '/email', '/locale', '/userId'].some((pointer) => mistakeAt(name.error, pointer));
  return (
    <form
      class={styles.form}
      aria-labelledby={heading}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        invite();
      }}
    >
      <h3 id={heading}>Invite a host or speaker</h3>
      {free.length > 0 && (
        <SelectField
          label="Who"
          value={userId}
          options={[{ value: SOMEBODY, label: 'Somebody by e-mail' }, ...free.map((member) => ({ value: member.userId, label: `${member.name} (${member.email})` }))]}
          onChange={(value) => change({ userId: value })}
          error={mistakeAt(name.error, '/userId')}
        />
      )}
      {userId === SOMEBODY && (
        <>
          <TextField label="Name" autocomplete="off" inputRef={first} autofocus value={theirName} onInput={(event) => change({ name: event.currentTarget.value })} error={mistakeAt(name.error, '/name')} />
          <TextField label="E-mail" type="email" autocomplete="off" value={email} onInput={(event) => change({ email: event.currentTarget.value })} error={mistakeAt(name.error, '/email')} />
        </>
      )}
      <SelectField label="Role" value={draft.role} options={ROLES} onChange={(role) => change({ role: role as Teammate['role'] })} />
      <SelectField label="Language of their mails" value={draft.locale} options={LANGUAGE_OPTIONS} onChange={(locale) => change({ locale })} error={mistakeAt(name.error, '/locale')} />
      {name.error && !known && <Notice tone="danger">{problemOf(name.error)?.detail}</Notice>}
      <div class={styles.deeds}>
        <Button type="submit" busy={name.isPending}>Send the invitation</Button>
        <Button look="bare" onClick={onClose}>Done</Button>
      </div>
      <p class={styles.soft}>They get a link of their own by e-mail. They need no account.</p>
    </form>
  );
}
