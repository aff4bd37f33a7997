import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { AreaField, SelectField, TextField, Tick } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { mistakeAt, problemOf } from './refused.ts';
import { useCorrectRegistrant, type Registrant } from './registrants.ts';
import type { FormField } from './sessions.ts';
import styles from './registrants-table.module.css';

interface CorrectRegistrantProps {
  sessionId: string;
  person: Registrant;
  fields: FormField[];
  /** With what was saved, or with nothing. */
  onDone: (after?: Registrant) => void;
}

/** Name and answers, as the form asks them. What is left as it was is not sent. */
export function CorrectRegistrant({ sessionId, person, fields, onDone }: CorrectRegistrantProps) {
  const correct = useCorrectRegistrant(sessionId);
  const [name, setName] = useState(person.name);
  const [answers, setAnswers] = useState<Record<string, unknown>>({});
  const given = (key: string): unknown => (key in answers ? answers[key] : person.answers[key]);
  const overtaken = problemOf(correct.error)?.status === 412;
  const known = mistakeAt(correct.error, '/name') ?? mistakeAt(correct.error, '/answers', true);

  function save(): void {
    if (correct.isPending) return;
    const correction = { ...(name !== person.name && { name }), ...(Object.keys(answers).length > 0 && { answers }) };
    if (Object.keys(correction).length === 0) onDone();
    else correct.mutate({ registrant: person, correction }, { onSuccess: (after) => onDone(after) });
  }

  return (
    <form
      class={styles.form}
      aria-label={`Correct ${person.name}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField label="Name" autocomplete="off" autofocus value={name} onInput={(event) => setName(event.currentTarget.value)} error={mistakeAt(correct.error, '/name')} />
      {fields.map((field) => (
        <Answer key={field.key} field={field} value={given(field.key)} onChange={(value) => setAnswers({ ...answers, [field.key]: value })} error={mistakeAt(correct.error, `/answers/${field.key}`, true)} />
      ))}
      {overtaken && <Notice tone="danger">Somebody else changed this registration meanwhile. Look again, then save.</Notice>}
      {correct.error && !known && !overtaken && <Notice tone="danger">{problemOf(correct.error)?.detail}</Notice>}
      <div class={styles.deeds}>
        <Button type="submit" busy={correct.isPending}>Save</Button>
        <Button look="bare" onClick={() => onDone()}>Leave as it was</Button>
      </div>
    </form>
  );
}

const INPUTS = { 'short-text': 'text', phone: 'tel', url: 'url', number: 'number', date: 'date' } as const;

function Answer({ field: { label, kind, options }, value, onChange, error }: { field: FormField; value: unknown; onChange: (value: unknown) => void; error: string | undefined }) {
  if (kind === 'checkbox') return <Tick label={label} checked={value === true} onChange={onChange} />;
  if (kind === 'long-text') return <AreaField label={label} value={spell(value)} onInput={(event) => onChange(event.currentTarget.value)} error={error} />;
  if (kind === 'choice') return <SelectField label={label} value={spell(value)} options={['', ...options].map((option) => ({ value: option, label: option || '–' }))} onChange={onChange} error={error} />;
  if (kind !== 'choices') return <TextField label={label} type={INPUTS[kind]} value={spell(value)} onInput={(event) => onChange(event.currentTarget.value)} error={error} />;
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <fieldset class={styles.choices}>
      <legend>{label}</legend>
      {options.map((option) => (
        <Tick key={option} label={option} checked={chosen.includes(option)} onChange={(on) => onChange(options.filter((one) => (one === option ? on : chosen.includes(one))))} />
      ))}
    </fieldset>
  );
}

const spell = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
