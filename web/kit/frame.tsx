import type { ComponentChildren } from 'preact';
import { words } from '../words/spoken.js';
import { Mark } from './mark.tsx';
import styles from './frame.module.css';

interface FrameProps {
  children: ComponentChildren;
  /** At the end of the header: who is signed in, the way back. */
  nav?: ComponentChildren;
  /** Where the house's sign leads; nowhere for an attendee, who has nothing to do there. */
  home?: string;
  width?: 'narrow' | 'normal' | 'wide';
  /** In the middle of what is left of the screen: for a page that says one thing. */
  centred?: boolean;
  /** Which step of its way a page that changes in place is at (`data-screen`). */
  screen?: string;
}

/** Header, main part and its width: the walls of every page but the room. */
export function Frame({ children, nav, home, width = 'normal', centred, screen }: FrameProps) {
  const sign = <><Mark /> <span>Foyer</span></>;
  return (
    <div class={styles.frame}>
      <a class={`${styles.skip} unseen`} href="#main">{words.skip}</a>
      <header class={styles.header}>
        {home ? <a class={styles.sign} href={home}>{sign}</a> : <span class={styles.sign}>{sign}</span>}
        {nav && <nav class={styles.nav} aria-label={words.mainMenu}>{nav}</nav>}
      </header>
      <main id="main" data-screen={screen} tabIndex={-1} class={[styles.main, styles[width], centred && styles.centred].filter(Boolean).join(' ')}>
        {children}
      </main>
    </div>
  );
}
