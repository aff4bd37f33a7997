import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../attendee/icons.tsx';
import { Button } from '../../kit/button.tsx';
import { words } from '../../words/spoken.js';
import styles from './panel.module.css';

interface PanelProps {
  /** Named by the button that opens it, in `aria-controls`. */
  id: string;
  title: string;
  onClose: () => void;
  /** What stays in sight below what scrolls: somewhere to write, or something to press. */
  foot?: ComponentChildren;
  /** What scrolls, for who must know how far. */
  scroller?: Ref<HTMLDivElement>;
  children: ComponentChildren;
}

/** What stands beside the stage, and on a phone in its place. Closed by Escape, too; it takes the focus when it opens. */
export function Panel({ id, title, onClose, foot, scroller, children }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [id]);
  return (
    <aside id={id} class={styles.panel} aria-labelledby={`${id}-title`} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div class={styles.head}>
        <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>{title}</h2>
        <Button look="bare" onClick={onClose}><Icon name="end" /> <span>{words.close}</span></Button>
      </div>
      <div ref={scroller} class={styles.body} role="group" aria-labelledby={`${id}-title`} tabIndex={0}>{children}</div>
      {foot && <div class={styles.foot}>{foot}</div>}
    </aside>
  );
}
