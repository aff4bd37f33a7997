import { useId, useRef, useState } from 'preact/hooks';
import { LANGUAGES } from '../words/languages.ts';
import { Button } from '../kit/button.tsx';
import { SelectField, TextField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { mistakeAt, problemOf } from './refused.ts';
import { useAddRegistrant, type Registrant } from './registrants.ts';
import styles from './registrants-table.module.css';

const LANGUAGE_OPTIONS = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));

interface AddRegistrantProps {
  sessionId: string;
  onAdded: (registrant: Registrant) => void;
}

/** Somebody who asked the organizer rather than the registration page. */
export function AddRegistrant(props: AddRegistrantProps) {
  const [open, setOpen] = useState(false);
  if (!open) return <p><Button onClick={() => setOpen(true)}>Register somebody</Button></p>;
  return <Fields {...props} onClose={() => setOpen(false)} />;
}

function Fields({ sessionId, onAdded, onClose }: AddRegistrantProps & { onClose: () => void }) {
  const add = useAddRegistrant(sessionId);
  const first = useRef<HTMLInputElement>(null);
  const heading = useId();
  const [draft, setDraft] = useState({ name: '', email: '', locale: 'en' });
  const change = (changes: Partial<typeof draft>): void => setDraft({ ...draft, ...changes });
  const known = ['/name', '/email', '/locale'].some((pointer) => mistakeAt(add.error, pointer));

  function send(): void {
    if (add.isPending) return;
    add.mutate(draft, {
      onSuccess: (registrant) => {
        onAdded(registrant);
        setDraft({ name: '', email: '', locale: draft.locale });
        requestAnimationFrame(() => first.current?.focus());
      },
    });
  }

  return (
    <form
      class={styles.form}
      aria-labelledby={heading}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h3 id={heading}>Register somebody</h3>
      <TextField label="Name" autocomplete="off" inputRef={first} autofocus value={draft.name} onInput={(event) => change({ name: event.currentTarget.value })} error={mistakeAt(add.error, '/name')} />
      <TextField label="E-mail" type="email" autocomplete="off" value={draft.email} onInput={(event) => change({ email: event.currentTarget.value })} error={mistakeAt(add.error, '/email')} />
      <SelectField label="Language of their mails" value={draft.locale} options={LANGUAGE_OPTIONS} onChange={(locale) => change({ locale })} error={mistakeAt(add.error, '/locale')} />
      {add.error && !known && <Notice tone="danger">{problemOf(add.error)?.detail}</Notice>}
      <div class={styles.deeds}>
        <Button type="submit" busy={add.isPending}>Register</Button>
        <Button look="bare" onClick={onClose}>Done</Button>
      </div>
      <p class={styles.none}>They get their link by e-mail, and can add their answers there.</p>
    </form>
  );
}
