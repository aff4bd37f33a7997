import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../attendee/icons.tsx';
import { words } from '../words/spoken.js';
import styles from './more-controls.module.css';

/**
 * What the bar has no place for on a phone, one press away. It is always there, and only hidden: its keys go on
 * working. What is `data-stay` leaves it open.
 */
export function MoreControls({ children }: { children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    sheet.current!.querySelector('button')!.focus();
    const beside = ({ target }: Event) => ![sheet, button].some(({ current }) => current?.contains(target as Node)) && setOpen(false);
    document.addEventListener('pointerdown', beside);
    return () => document.removeEventListener('pointerdown', beside);
  }, [open]);

  /** The focus stays in sight, and what opens a dialog finds back here. */
  function pressed({ target }: MouseEvent) {
    if ((target as HTMLElement).closest('[data-stay]')) return;
    setOpen(false);
    button.current!.focus();
  }

  function escaped(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open || document.querySelector('dialog[open]')) return;
    setOpen(false);
    button.current!.focus();
  }

  return (
    <>
      <button ref={button} type="button" aria-expanded={open} aria-controls={id} onKeyDown={escaped} onClick={() => setOpen(!open)}>
        <Icon name="more" /> <span>{words.room.more}</span>
      </button>
      <div ref={sheet} id={id} class={styles.sheet} role="group" aria-label={words.room.more} hidden={!open} onKeyDown={escaped} onClick={pressed}>
        {children}
      </div>
    </>
  );
}
