import { useEffect, useRef } from 'preact/hooks';
import styles from './tabs.module.css';

export interface Tab<Name extends string> {
  name: Name;
  title: string;
  /** Something in it waits to be looked at; said, as well as shown by a dot. */
  news?: string;
}

interface TabsProps<Name extends string> {
  tabs: readonly Tab<Name>[];
  chosen: Name;
  onChoose: (name: Name) => void;
  /** Of the panel that they belong to: what the tabs show is called `<id>-body`, and each tab `<id>-<name>`. */
  panelId: string;
  label: string;
}

/** Several things in one panel, one at a time: arrow keys go from one to the next. */
export function Tabs<Name extends string>({ tabs, chosen, onChoose, panelId, label }: TabsProps<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const focusChosen = () => list.current!.querySelector<HTMLElement>('[aria-selected=true]')!.focus();
  // Whoever opened the panel stands at its beginning.
  useEffect(focusChosen, []);

  function turned(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = tabs.findIndex(({ name }) => name === chosen);
    onChoose(tabs[(at + step + tabs.length) % tabs.length]!.name);
    requestAnimationFrame(focusChosen);
  }

  return (
    <div ref={list} class={styles.tabs} role="tablist" aria-label={label} onKeyDown={turned}>
      {tabs.map(({ name, title, news }) => (
        <button key={name} id={`${panelId}-${name}`} type="button" role="tab" aria-selected={name === chosen} aria-controls={`${panelId}-body`} tabIndex={name === chosen ? 0 : -1} onClick={() => onChoose(name)}>
          {title}{news && name !== chosen && <span class={styles.dot}><span class="unseen">, {news}</span></span>}
        </button>
      ))}
    </div>
  );
}
