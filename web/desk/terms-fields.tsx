import { useId } from 'preact/hooks';
import { FieldError, TextField, Tick } from '../kit/field.tsx';
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
    <>
      <Tick checked={draft.approval} onChange={(approval) => put({ approval })} label="Approve each registration" help="People get their link once you have said yes. You see who waits among the registered." />
      <div class={styles.seats}>
        <TextField label="Seats" optional type="number" inputMode="numeric" min={1} value={draft.capacity} onInput={(event) => put({ capacity: event.currentTarget.value })} error={mistakeAt(error, '/registration/capacity')} help="Left empty, there is no limit. Who comes when all are taken waits in line, and gets the first that is freed." />
      </div>
      {draft.capacity.trim() && (
        <div class={styles.seats}>
          <TextField label="Hours to accept a freed seat" optional type="number" inputMode="numeric" min={1} max={336} value={draft.waitlistOfferHours} onInput={(event) => put({ waitlistOfferHours: event.currentTarget.value })} error={mistakeAt(error, '/registration/waitlistOfferHours')} help="Who is first in line is asked by mail, and the seat is held so long; then the next is asked. Left empty, it is theirs at once." />
        </div>
      )}
      <div class={styles.terms} role="group" aria-label="Registration closes" aria-describedby={help}>
        <div class={styles.row}>
          <TextField label="Registration closes on" optional type="date" value={draft.closingDate} onInput={(event) => put({ closingDate: event.currentTarget.value })} errorAt={wrongHour && wrong} />
          <TextField label="at" type="time" value={draft.closingTime} onInput={(event) => put({ closingTime: event.currentTarget.value })} errorAt={wrongHour && wrong} />
        </div>
        <FieldError id={wrong} error={wrongHour} />
        <p id={help} class={styles.soft}>In the session’s time zone. Left empty, people can register until the session ends.</p>
      </div>
    </>
  );
}
