import { words } from '../words/spoken.js';
import styles from './spinner.module.css';

/** Work is going on; the label says which, for those who do not see it turn. */
export function Spinner({ label = words.loading, large, class: more }: { label?: string; large?: boolean; class?: string }) {
  return (
    <span class={[styles.spinner, large && styles.large, more].filter(Boolean).join(' ')} role="status">
      <span class="unseen">{label}</span>
    </span>
  );
}
