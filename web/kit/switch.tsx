import { useId } from 'preact/hooks';
import styles from './switch.module.css';

/** On or off, at once: shows what the server says, not what was pressed. */
export function Switch({ label, help, on, onTurn }: { label: string; help?: string; on: boolean; onTurn: (on: boolean) => void }) {
  const id = useId();
  return (
    <div class={styles.turn}>
      <span>
        <span id={id}>{label}</span>
        {help && <span class={styles.help} id={`${id}-help`}>{help}</span>}
      </span>
      <button type="button" role="switch" class={styles.switch} aria-checked={on} aria-labelledby={id} aria-describedby={help ? `${id}-help` : undefined} onClick={() => onTurn(!on)} />
    </div>
  );
}
