import { AreaField, TextField } from '../kit/field.tsx';
import type { Draft } from './draft.ts';
import { mistakeAt } from './refused.ts';
import styles from './farewell-fields.module.css';

interface FarewellFieldsProps {
  draft: Draft;
  put: (changes: Partial<Draft>) => void;
  error: unknown;
}

/** What people read once it is over, or as they leave. */
export function FarewellFields({ draft, put, error }: FarewellFieldsProps) {
  return (
    <>
      <AreaField label="Closing words" optional rows={3} maxLength={2_000} value={draft.farewellText} onInput={(event) => put({ farewellText: event.currentTarget.value })} error={mistakeAt(error, '/farewell/text')} help="Whoever was there reads them on the last page. Nobody sees them before." />
      <div class={styles.link}>
        <TextField label="A link to go on" optional type="url" inputMode="url" placeholder="https://" value={draft.farewellUrl} onInput={(event) => put({ farewellUrl: event.currentTarget.value })} error={mistakeAt(error, '/farewell/link/url')} />
        <TextField label="What the link says" optional maxLength={80} value={draft.farewellLabel} onInput={(event) => put({ farewellLabel: event.currentTarget.value })} error={mistakeAt(error, '/farewell/link/label')} />
      </div>
    </>
  );
}
