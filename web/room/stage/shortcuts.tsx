import { useEffect, useState } from 'preact/hooks';
import { Store, useStore } from '../../attendee/store.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Tick } from '../../kit/field.tsx';
import { words } from '../../words/spoken.js';
import { isShortcut } from './shortcut.ts';
import styles from './shortcuts.module.css';

const KEY = 'foyer-shortcuts';

/** Whether single keys press buttons: who dictates, or types by accident, turns them off. */
const active = new Store<boolean>(remembered());

/** Keys that press buttons of the room. Each button names its own (`aria-keyshortcuts`), so what may not be pressed has no key. */
export function Shortcuts() {
  const [shown, show] = useState(false);
  const on = useStore(active);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!isShortcut(event) || document.querySelector('dialog[open]')) return;
      if (!active.get()) return;
      if (event.key === '?') show(true);
      else document.querySelector<HTMLButtonElement>(`button[aria-keyshortcuts="${CSS.escape(event.key.toLowerCase())}"]`)?.click();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
  return (
    <>
      <Button look="bare" class={styles.button} aria-label={words.keys.title} title={words.keys.title} onClick={() => show(true)}>?</Button>
      <Dialog open={shown} onClose={() => show(false)} title={words.keys.title} actions={<Button look="primary" onClick={() => show(false)}>{words.done}</Button>}>
        <dl class={styles.keys}>
          {keys().map(([key, what]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div>)}
        </dl>
        <Tick label={words.keys.active} checked={on} onChange={remember} />
      </Dialog>
    </>
  );
}

const keys = (): [string, string][] => [
  ['m', words.keys.microphone], ['v', words.keys.camera], ['s', words.sharing.share], ['h', words.keys.hand],
  ['g', words.keys.view], ['p', words.people.name], ['c', words.talk.name], ['?', words.keys.title],
];

function remember(on: boolean): void {
  active.set(on);
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Not remembered, and nothing else is lost.
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true; // storage forbidden
  }
}
