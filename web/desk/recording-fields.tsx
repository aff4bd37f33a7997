import { FieldError, Tick } from '../kit/field.tsx';
import type { Draft } from './draft.ts';
import { mistakeAt } from './refused.ts';
import styles from './session-form.module.css';

const CHOICES: readonly { recording: Draft['recording']; label: string; help: string }[] = [
  { recording: 'off', label: 'No recording', help: 'Nobody can record it here.' },
  { recording: 'hosts', label: 'For hosts', help: 'A host may record. Hosts and your workspace find it afterwards.' },
  { recording: 'everyone', label: 'For everyone who was in', help: 'A host may record. Whoever was in finds it on the closing page, too.' },
];

interface RecordingFieldsProps {
  draft: Draft;
  put: (changes: Partial<Draft>) => void;
  error: unknown;
  /** Who is in has not been asked: what is off stays off. */
  live: boolean;
}

/** Whether hosts may record, and who may see it. */
export function RecordingFields({ draft, put, error, live }: RecordingFieldsProps) {
  return (
    <fieldset class={styles.part} disabled={live && draft.recording === 'off'}>
      <legend>Recording</legend>
      <p class={styles.soft}>{live && draft.recording === 'off' ? 'It has started, and nobody was asked: it cannot be recorded.' : 'Whoever comes is asked to agree before entering, and sees when it runs.'}</p>
      <div class={styles.choices}>
        {CHOICES.map(({ recording, label, help }) => (
          <Tick key={recording} type="radio" name="recording" value={recording} checked={draft.recording === recording} onChange={() => put({ recording })} label={<b>{label}</b>} help={help} />
        ))}
      </div>
      <FieldError id="recording-error" error={mistakeAt(error, '/recording')} />
    </fieldset>
  );
}
