import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../attendee/icons.tsx';
import { Button } from '../../kit/button.tsx';
import { words } from '../../words/spoken.js';
import styles from './panel.module.css';

export interface PanelProps {
  /** Named by the button that opens it, in `aria-controls`. */
  id: string;
  title: string;
  onClose: () => void;
  /** In the heading's place; they take the focus then. What they show is this panel's body. */
  tabs?: { list: ComponentChildren; chosen: string };
  /** What stays in sight below what scrolls: somewhere to write, or something to press. */
  foot?: ComponentChildren;
  /** What scrolls, for who must know how far. */
  scroller?: Ref<HTMLDivElement>;
  onScroll?: () => void;
  children: ComponentChildren;
}

/** What stands beside the stage, and on a phone in its place. Closed by Escape, too; it takes the focus when it opens. */
export function Panel({ id, title, onClose, tabs, foot, scroller, onScroll, children }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [id]);
  return (
    <aside id={id} class={styles.panel} aria-labelledby={`${id}-title`} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div class={styles.head}>
        <h2 id={`${id}-title`} ref={tabs ? undefined : heading} class={tabs && 'unseen'} tabIndex={tabs ? undefined : -1}>{title}</h2>
        {tabs?.list}
        <Button look="bare" aria-label={words.close} onClick={onClose}><Icon name="end" />{!tabs && <span>{words.close}</span>}</Button>
      </div>
      <div ref={scroller} id={`${id}-body`} class={styles.body} role={tabs ? 'tabpanel' : 'group'} aria-labelledby={`${id}-${tabs?.chosen ?? 'title'}`} tabIndex={0} onScroll={onScroll}>{children}</div>
      {foot && <div class={styles.foot}>{foot}</div>}
    </aside>
  );
}
