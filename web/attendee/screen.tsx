import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import styles from './screen.module.css';

let first = true;

interface HeadingProps {
  children: ComponentChildren;
  /** What the tab says. */
  tab: string;
  class?: string;
}

/**
 * The heading of a screen. When one screen takes another's place the focus goes to it, so that a
 * screen reader says where one is and the keyboard begins at the top.
 */
export function Heading({ children, tab, class: look }: HeadingProps) {
  const element = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!first) element.current?.focus({ preventScroll: true });
    first = false;
  }, []);
  useEffect(() => void (document.title = tab), [tab]);
  return <h1 ref={element} tabIndex={-1} class={[styles.heading, look].filter(Boolean).join(' ')}>{children}</h1>;
}
