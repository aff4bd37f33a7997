import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { words } from '../words/spoken.js';
import { Spinner } from './spinner.tsx';
import styles from './button.module.css';

type Look = 'primary' | 'quiet' | 'bare' | 'danger';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'loading'> {
  /** One `primary` for each page: the obvious next step. */
  look?: Look;
  large?: boolean;
  /** Pressed and on its way: not pressable a second time, and it keeps its width and focus. */
  busy?: boolean;
  children: ComponentChildren;
}

function classes(look: Look, large?: boolean, more?: unknown): string {
  return [styles.button, styles[look], large && styles.large, more].filter(Boolean).join(' ');
}

/** Something to press. While busy it stays focusable, so that a keyboard is not thrown out of the form. */
export function Button({ look = 'quiet', large, busy, children, onClick, class: more, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      class={classes(look, large, more)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      <span class={styles.label}>{children}</span>
      {busy && <Spinner class={styles.spinner} label={words.oneMoment} />}
    </button>
  );
}

interface ButtonLinkProps {
  href: string;
  look?: Look;
  large?: boolean;
  target?: string;
  rel?: string;
  download?: string;
  class?: string;
  children: ComponentChildren;
}

/** Somewhere to go, looking like a button. */
export function ButtonLink({ look = 'quiet', large, class: more, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} class={classes(look, large, more)}>
      <span class={styles.label}>{children}</span>
    </a>
  );
}
