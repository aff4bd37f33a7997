import type { ComponentChildren } from 'preact';
import { Button } from '../../kit/button.tsx';
import { words } from '../../words/spoken.js';
import styles from './moderation.module.css';

/** A line above the stage, with the one thing to do about it; said aloud by whoever shows it. */
export function Told({ children, action, onClose }: { children: ComponentChildren; action?: ComponentChildren; onClose: () => void }) {
  return (
    <div class={styles.notice}>
      <p>{children}</p>
      <div class={styles.answers}>
        <Button look="bare" onClick={onClose}>{words.close}</Button>
        {action}
      </div>
    </div>
  );
}
