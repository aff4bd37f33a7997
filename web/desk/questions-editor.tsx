import { useRef } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { AreaField, SelectField, TextField, Tick } from '../kit/field.tsx';
import { answersTo, newQuestion, type DraftQuestion } from './draft.ts';
import { mistakeAt } from './refused.ts';
import type { FieldKind } from './sessions.ts';
import styles from './questions-editor.module.css';

const KINDS: readonly { value: FieldKind; label: string }[] = [
  { value: 'short-text', label: 'Short text' },
  { value: 'long-text', label: 'Long text' },
  { value: 'choice', label: 'One choice' },
  { value: 'choices', label: 'Several choices' },
  { value: 'checkbox', label: 'Checkbox' },
  { value: 'phone', label: 'Phone number' },
  { value: 'url', label: 'Web address' },
  { value: 'number', label: 'Number' },
  { value: 'date', label: 'Date' },
];

interface QuestionsEditorProps {
  questions: DraftQuestion[];
  onChange: (questions: DraftQuestion[]) => void;
  error: unknown;
}

/** What the registration page asks beside e-mail and name. */
export function QuestionsEditor({ questions, onChange, error }: QuestionsEditorProps) {
  const list = useRef<HTMLOListElement>(null);
  const put = (id: number, changes: Partial<DraftQuestion>): void => onChange(questions.map((one) => (one.id === id ? { ...one, ...changes } : one)));

  function move(from: number, to: number): void {
    const moved = questions.toSpliced(from, 1).toSpliced(to, 0, questions[from]!);
    onChange(moved);
  }

  function add(): void {
    onChange([...questions, newQuestion()]);
    // The new question is where the person writes next.
    requestAnimationFrame(() => list.current?.lastElementChild?.querySelector('input')?.focus());
  }

  return (
    <div class={styles.editor}>
      <p class={styles.always}>E-mail and name are always asked.</p>
      <ol ref={list} class={styles.list}>
        {questions.map((question, n) => {
          const wrong = (part: string) => mistakeAt(error, `/registration/fields/${n}/${part}`, true);
          const choice = question.kind === 'choice' || question.kind === 'choices';
          const name = question.label || `question ${n + 1}`;
          return (
            <li key={question.id} class={styles.question}>
              <div class={styles.row}>
                <TextField label="Question" required maxLength={200} value={question.label} onInput={(event) => put(question.id, { label: event.currentTarget.value })} error={wrong('label') ?? wrong('key')} />
                <SelectField label="Answer" value={question.kind} options={KINDS} onChange={(kind) => put(question.id, { kind: kind as FieldKind })} error={wrong('kind')} />
              </div>
              {choice && (
                <AreaField label="Options" help="One on each line." required rows={3} value={question.options} onInput={(event) => put(question.id, { options: event.currentTarget.value })} error={wrong('options')} />
              )}
              <TextField label="Help" optional maxLength={500} value={question.help} onInput={(event) => put(question.id, { help: event.currentTarget.value })} error={wrong('help')} />
              <Condition question={question} before={questions.slice(0, n)} error={wrong('when')} onChange={(condition) => put(question.id, { condition })} />
              <div class={styles.foot}>
                <Tick label="Has to be answered" checked={question.required} onChange={(required) => put(question.id, { required })} />
                <div class={styles.buttons}>
                  <Button look="bare" disabled={n === 0} aria-label={`Move ${name} up`} onClick={() => move(n, n - 1)}>↑</Button>
                  <Button look="bare" disabled={n === questions.length - 1} aria-label={`Move ${name} down`} onClick={() => move(n, n + 1)}>↓</Button>
                  <Button look="bare" aria-label={`Remove ${name}`} onClick={() => onChange(questions.filter((one) => one.id !== question.id))}>Remove</Button>
                </div>
              </div>
            </li>
          );
        })}
      </ol>
      <p><Button onClick={add}>Ask something else</Button></p>
    </div>
  );
}

interface ConditionProps {
  question: DraftQuestion;
  before: DraftQuestion[];
  error?: string;
  onChange: (condition: DraftQuestion['condition']) => void;
}

/** Of whom the question is asked: everybody, or who has given a certain answer before. */
function Condition({ question: { condition }, before, error, onChange }: ConditionProps) {
  const answers = before.flatMap((one) => answersTo(one).map((is) => ({
    value: `${one.id} ${is}`,
    label: one.kind === 'checkbox' ? `Who ticked “${one.label}”` : `Who answered “${is}” to “${one.label}”`,
    condition: { on: one.id, is },
  })));
  const value = condition ? `${condition.on} ${condition.is}` : '';
  const lost = condition && !answers.some((one) => one.value === value);
  if (answers.length === 0 && !lost) return null;
  return (
    <SelectField
      label="Asked of"
      value={value}
      options={[{ value: '', label: 'Everybody' }, ...answers, ...(lost ? [{ value, label: 'An answer that is not offered before it any more' }] : [])]}
      onChange={(chosen) => onChange(answers.find((one) => one.value === chosen)?.condition ?? null)}
      error={error}
    />
  );
}
