import { useId } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Field, FieldError, TextField, Tick } from '../kit/field.tsx';
import { viewerLocale } from '../kit/times.ts';
import { allZones, zoneTyped } from '../kit/zones.ts';
import { isShownTwice, type Draft } from './draft.ts';
import { mistakeAt, problemOf } from './refused.ts';
import styles from './when-fields.module.css';

const LENGTHS = [15, 30, 45, 60, 90, 120, 180];

interface WhenFieldsProps {
  draft: Draft;
  put: (changes: Partial<Draft>) => void;
  error: unknown;
}

/** Wall clock, zone and length. What instant that is, the server says. */
export function WhenFields({ draft, put, error }: WhenFieldsProps) {
  const zones = useId();
  const lengths = useId();
  const wrong = useId();
  const wrongTime = mistakeAt(error, '/wallTime');
  const next = problemOf(error)?.code === 'wall-time-skipped' ? problemOf(error)?.next : undefined;
  const twice = isShownTwice(`${draft.date}T${draft.time}`, draft.timeZone);
  return (
    <>
      <div class={styles.row}>
        <TextField label="Date" type="date" required value={draft.date} onInput={(event) => put({ date: event.currentTarget.value, occurrence: undefined })} errorAt={wrongTime && wrong} />
        <TextField label="Time" type="time" required value={draft.time} onInput={(event) => put({ time: event.currentTarget.value, occurrence: undefined })} errorAt={wrongTime && wrong} />
        <TextField label="Minutes" type="number" inputMode="numeric" required min={1} max={1440} list={lengths} value={draft.minutes} onInput={(event) => put({ minutes: event.currentTarget.value })} error={mistakeAt(error, '/durationMinutes')} />
        <datalist id={lengths}>{LENGTHS.map((length) => <option key={length} value={length} />)}</datalist>
        <Field label="Time zone" required error={mistakeAt(error, '/timeZone')}>
          {(control) => (
            <input
              {...control}
              type="text"
              list={zones}
              autocomplete="off"
              spellcheck={false}
              value={draft.timeZone.replaceAll('_', ' ')}
              onFocus={(event) => event.currentTarget.select()}
              onInput={(event) => put({ timeZone: event.currentTarget.value, occurrence: undefined })}
              onBlur={() => put({ timeZone: zoneTyped(draft.timeZone) })}
            />
          )}
        </Field>
        <datalist id={zones}>{allZones().map((zone) => <option key={zone} value={zone.replaceAll('_', ' ')} />)}</datalist>
      </div>
      <div class={styles.wrong}>
        <FieldError id={wrong} error={wrongTime} />
        {next && <Button onClick={() => put({ date: next.slice(0, 10), time: next.slice(11, 16) })}>Take {next.slice(11, 16)} instead</Button>}
      </div>
      {twice && (
        <fieldset class={styles.twice}>
          <legend>The clocks go back that night: {draft.time} comes twice. Which one?</legend>
          <Tick type="radio" name="occurrence" checked={draft.occurrence !== 'later'} onChange={() => put({ occurrence: 'earlier' })} label="The earlier, before the clocks go back" />
          <Tick type="radio" name="occurrence" checked={draft.occurrence === 'later'} onChange={() => put({ occurrence: 'later' })} label="The later, after the clocks went back" />
        </fieldset>
      )}
    </>
  );
}

/** What is being planned, read back in words, to catch a slip before it is sent. */
export function WhenInWords({ draft: { date, time, timeZone } }: { draft: Draft }) {
  const asUtc = new Date(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc.getTime())) return null;
  const thisYear = asUtc.getUTCFullYear() === new Date().getFullYear();
  const words = new Intl.DateTimeFormat(viewerLocale(), { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', ...(!thisYear && { year: 'numeric' }), hour: 'numeric', minute: '2-digit' });
  const zone = zoneTyped(timeZone);
  return <p class={styles.words}><b>{words.format(asUtc)}</b> {allZones().includes(zone) && <span>{zone.replaceAll('_', ' ')}</span>}</p>;
}
