import type { ComponentChildren } from 'preact';
import styles from './notice.module.css';

interface NoticeProps {
  tone?: 'plain' | 'lit' | 'good' | 'danger';
  title?: ComponentChildren;
  children?: ComponentChildren;
  /** The one thing to do about it. */
  action?: ComponentChildren;
}

/** Something the person should know now. A `danger` interrupts a screen reader, the others wait. */
export function Notice({ tone = 'plain', title, children, action }: NoticeProps) {
  return (
    <div class={`${styles.notice} ${styles[tone]}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <div class={styles.words}>
        {title && <p class={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action}
    </div>
  );
}
