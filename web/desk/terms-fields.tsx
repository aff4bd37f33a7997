import { useId } from 'preact/hooks';
import { FieldError, TextField } from '../kit/field.tsx';
import type { Draft } from './draft.ts';
import { mistakeAt } from './refused.ts';
import styles from './terms-fields.module.css';

interface TermsFieldsProps {
  draft: Draft;
  put: (changes: Partial<Draft>) => void;
  error: unknown;
}

/** On which conditions people may register. */
export function TermsFields({ draft, put, error }: TermsFieldsProps) {
  const wrong = useId();
  const help = useId();
  const wrongHour = mistakeAt(error, '/registration/closing/wallTime');
  return (
    <div class={styles.terms} role="group" aria-label="Registration closes" aria-describedby={help}>
      <div class={styles.row}>
        <TextField label="Registration closes on" optional type="date" value={draft.closingDate} onInput={(event) => put({ closingDate: event.currentTarget.value })} errorAt={wrongHour && wrong} />
        <TextField label="at" type="time" value={draft.closingTime} onInput={(event) => put({ closingTime: event.currentTarget.value })} errorAt={wrongHour && wrong} />
      </div>
      <FieldError id={wrong} error={wrongHour} />
      <p id={help} class={styles.soft}>In the session’s time zone. Left empty, people can register until the session ends.</p>
    </div>
  );
}
