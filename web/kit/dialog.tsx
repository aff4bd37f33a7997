import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import styles from './dialog.module.css';

interface DialogProps {
  open: boolean;
  /** Asked by Escape and by a press beside the dialog. */
  onClose: () => void;
  title: ComponentChildren;
  children?: ComponentChildren;
  /** The answers, the likeliest last. */
  actions?: ComponentChildren;
}

/** A question in front of the page; the browser's own dialog keeps focus inside and gives it back. */
export function Dialog({ open, onClose, title, children, actions }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();

  // After whatever else the press does, a focus that it sets for the way back included.
  useEffect(() => {
    if (open && !element.current!.open) element.current!.showModal();
  }, [open]);

  // Before the next picture: with its words gone it would else stand empty over the page for a moment, and take its keys.
  useLayoutEffect(() => {
    if (!open && element.current!.open) element.current!.close();
  }, [open]);

  return (
    <dialog
      ref={element}
      class={styles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === element.current && onClose()}
    >
      {open && (
        <div class={styles.inside}>
          <h2 id={id}>{title}</h2>
          {children}
          {actions && <div class={styles.actions}>{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
