import type { Phase } from './sessions.ts';
import styles from './phase.module.css';

const WORDS: Record<Phase, string> = {
  upcoming: 'Upcoming',
  ready: 'Ready to start',
  live: 'Live now',
  ended: 'Over',
  cancelled: 'Cancelled',
  missed: 'Not held',
};

/** Where a session stands, as a small sign; lit while there is something to do. */
export function PhaseSign({ phase }: { phase: Phase }) {
  return <span class={`${styles.sign} ${styles[phase]}`}>{WORDS[phase]}</span>;
}
