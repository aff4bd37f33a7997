import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { AreaField, FieldError, TextField, Tick } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import type { Draft } from './draft.ts';
import { FarewellFields } from './farewell-fields.tsx';
import { QuestionsEditor } from './questions-editor.tsx';
import { RecordingFields } from './recording-fields.tsx';
import { mistakeAt, mistakesBut, problemOf } from './refused.ts';
import type { Theme } from './sessions.ts';
import { TermsFields } from './terms-fields.tsx';
import { WhenFields, WhenInWords } from './when-fields.tsx';
import styles from './session-form.module.css';

const THEMES: readonly { theme: Theme; label: string; help: string }[] = [
  { theme: 'meeting', label: 'Meeting', help: 'Everyone sees and hears everyone.' },
  { theme: 'workshop', label: 'Workshop', help: 'Hosts are on stage, and invite people up.' },
  { theme: 'webinar', label: 'Webinar', help: 'Hosts are on stage, the audience watches unseen.' },
];

/** Everything that this form shows beside a field; what is about anything else is shown above the button. */
const SHOWN = /^\/(title|description|passcode|roomLimit|wallTime|timeZone|durationMinutes|theme|recording|farewell\/text|farewell\/link\/label|farewell\/link\/url|registration\/closing\/wallTime|registration\/capacity|registration\/waitlistOfferHours|registration\/fields\/\d+\/(label|help|kind|options|key))(\/\d+)?$/;

interface SessionFormProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  error: unknown;
  busy: boolean;
  submitLabel: string;
  onSubmit: () => void;
  onLeave: () => void;
  /** Time and theme stand fast once a session is live. */
  timeFixed?: boolean;
  /** What saving will do, where people hear of it. */
  consequence?: ComponentChildren;
}

/** A session being written or rewritten: what, when, how, who may come. */
export function SessionForm({ draft, onChange, error, busy, submitLabel, onSubmit, onLeave, timeFixed, consequence }: SessionFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const problem = problemOf(error);
  const elsewhere = mistakesBut(SHOWN, error);
  const put = (changes: Partial<Draft>): void => onChange({ ...draft, ...changes });

  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [problem]);

  return (
    <form
      ref={form}
      class={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSubmit();
      }}
    >
      <div class={styles.part}>
        <TextField label="Title" required autofocus maxLength={200} value={draft.title} onInput={(event) => put({ title: event.currentTarget.value })} error={mistakeAt(error, '/title')} />
        <AreaField label="Description" optional rows={3} value={draft.description} onInput={(event) => put({ description: event.currentTarget.value })} error={mistakeAt(error, '/description')} />
      </div>

      <fieldset class={styles.part} disabled={timeFixed}>
        <legend>When</legend>
        {timeFixed && <p class={styles.soft}>It has started: the time stands fast.</p>}
        <WhenFields draft={draft} put={put} error={error} />
      </fieldset>

      <fieldset class={styles.part} disabled={timeFixed}>
        <legend>What kind</legend>
        <div class={styles.choices}>
          {THEMES.map(({ theme, label, help }) => (
            <Tick key={theme} type="radio" name="theme" value={theme} checked={draft.theme === theme} onChange={() => put({ theme })} label={<b>{label}</b>} help={help} />
          ))}
        </div>
        <Tick checked={draft.countdown} onChange={(countdown) => put({ countdown })} label="Count down at Start" help="Everyone who waits sees 3, 2, 1 before the doors open." />
        <FieldError id="theme-error" error={mistakeAt(error, '/theme')} />
      </fieldset>

      <fieldset class={styles.part}>
        <legend>Who comes</legend>
        <div class={styles.choices}>
          <Tick type="radio" name="registration" checked={draft.registration} onChange={() => put({ registration: true })} label={<b>Who registers</b>} help="They get their own link, the calendar entry and a reminder by e-mail." />
          <Tick type="radio" name="registration" checked={!draft.registration} onChange={() => put({ registration: false })} label={<b>Anyone with the address</b>} help="No registration, no e-mails." />
        </div>
        <Tick checked={draft.asksPasscode} onChange={(asksPasscode) => put({ asksPasscode })} label="Ask for a passcode" help={draft.registration ? 'Who registers has to know it. Personal links open without.' : 'Who comes in by the address has to know it.'} />
        {draft.asksPasscode && (
          <TextField label={draft.passcodeSet ? 'New passcode' : 'Passcode'} required={!draft.passcodeSet} optional={draft.passcodeSet} autocomplete="off" spellcheck={false} maxLength={64} value={draft.passcode}
            onInput={(event) => put({ passcode: event.currentTarget.value })} error={mistakeAt(error, '/passcode')} help={draft.passcodeSet ? 'One is set. Left empty, it stays.' : 'Six characters or more. Foyer tells it to nobody: send it along with the address.'} />
        )}
        {draft.registration && <TermsFields draft={draft} put={put} error={error} />}
        <div class={styles.places}>
          <TextField label="Places in the room" optional type="number" inputMode="numeric" min={1} value={draft.roomLimit} onInput={(event) => put({ roomLimit: event.currentTarget.value })} error={mistakeAt(error, '/roomLimit')} help="How many of the audience can be in at once. Who comes beyond it waits at the door until somebody leaves. Left empty, there is no limit." />
        </div>
        {draft.registration && <QuestionsEditor questions={draft.questions} onChange={(questions) => put({ questions })} error={error} />}
      </fieldset>

      <fieldset class={styles.part}>
        <legend>Afterwards</legend>
        <FarewellFields draft={draft} put={put} error={error} />
      </fieldset>

      <RecordingFields draft={draft} put={put} error={error} live={!!timeFixed} />

      <div class={styles.bar}>
        {elsewhere && <Notice tone="danger">{elsewhere}</Notice>}
        {consequence}
        <div class={styles.last}>
          <WhenInWords draft={draft} />
          <div class={styles.buttons}>
            <Button look="bare" onClick={onLeave}>Discard</Button>
            <Button type="submit" look="primary" busy={busy}>{submitLabel}</Button>
          </div>
        </div>
      </div>
    </form>
  );
}
