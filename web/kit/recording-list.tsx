import type { Schemas } from '../../client/api.ts';
import styles from './recording-list.module.css';
import { spellClock, spellDuration, viewerLocale } from './times.ts';

type Recorded = Schemas['RecordedAnswer'];

interface RecordingListProps {
  items: readonly Recorded[];
  kinds: Readonly<Record<Recorded['kind'], string>>;
  /** For who wanted to be forgotten. */
  somebody: string;
}

/** What was recorded: who, from when, how long, how large; each a file to play or to keep. */
export function RecordingList({ items, kinds, somebody }: RecordingListProps) {
  return (
    <ul class={styles.list}>
      {items.map(({ id, name, kind, startedAt, durationMs, bytes, url }) => (
        <li key={id}>
          <a href={url} target="_blank" rel="noopener">{name || somebody} · {kinds[kind]}</a>
          <span class={styles.soft}>{spellClock(Date.parse(startedAt))} · {spellDuration(Math.max(1, Math.round(durationMs / 1000)))} · {spellSize(bytes)}</span>
        </li>
      ))}
    </ul>
  );
}

function spellSize(bytes: number): string {
  const [unit, count] = bytes < 1e6 ? (['kilobyte', bytes / 1e3] as const) : bytes < 1e9 ? (['megabyte', bytes / 1e6] as const) : (['gigabyte', bytes / 1e9] as const);
  return new Intl.NumberFormat(viewerLocale(), { style: 'unit', unit, maximumSignificantDigits: 2 }).format(count);
}
