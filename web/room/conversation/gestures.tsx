import { useEffect, useRef, useState } from 'preact/hooks';
import { REACTIONS, type TalkRequest } from '../../../client/protocol.ts';
import { Icon } from '../../attendee/icons.tsx';
import { useStore } from '../../attendee/store.ts';
import { words } from '../../words/spoken.js';
import { sentenceOf } from '../connection.ts';
import type { RoomState } from '../room-state.ts';
import styles from './gestures.module.css';
import type { Talk } from './talk.ts';

/** What is said without words: a raised hand, which stays, and a reaction, which passes. Buttons of the bar. */
export function Gestures({ talk, you }: { talk: Talk; you: RoomState['you'] }) {
  const up = useStore(talk.store, ({ hands }) => hands.some(({ seatId }) => seatId === you.seatId));
  const [trouble, setTrouble] = useState('');

  async function ask(request: TalkRequest) {
    setTrouble('');
    await talk.ask(request).catch((error: unknown) => setTrouble(sentenceOf(error)));
  }

  return (
    <>
      {you.role !== 'host' && (
        <button type="button" aria-keyshortcuts="h" aria-pressed={up} data-on={up} onClick={() => void ask({ type: up ? 'lower-hand' : 'raise-hand' })}>
          <Icon name="hand" /> <span>{up ? words.hands.lower : words.hands.raise}</span>
        </button>
      )}
      <Reacting onReact={(emoji) => void ask({ type: 'react', emoji })} />
      <p class={trouble ? styles.trouble : 'unseen'} role="alert">{trouble}</p>
    </>
  );
}

function Reacting({ onReact }: { onReact: (emoji: (typeof REACTIONS)[number]) => void }) {
  const [open, setOpen] = useState(false);
  const choice = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    choice.current!.querySelector('button')!.focus();
    const beside = ({ target }: Event) => ![choice, button].some(({ current }) => current?.contains(target as Node)) && setOpen(false);
    document.addEventListener('pointerdown', beside);
    return () => document.removeEventListener('pointerdown', beside);
  }, [open]);

  function escaped(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    button.current!.focus();
  }

  return (
    <>
      <button ref={button} type="button" aria-expanded={open} onKeyDown={escaped} onClick={() => setOpen(!open)}><Icon name="smile" /> <span>{words.reactions.react}</span></button>
      {open && (
        <div ref={choice} class={styles.choice} onKeyDown={escaped} role="group" aria-label={words.reactions.react}>
          {REACTIONS.map((emoji) => <button key={emoji} type="button" aria-label={words.reactions[emoji]} title={words.reactions[emoji]} onClick={() => onReact(emoji)}>{emoji}</button>)}
        </div>
      )}
    </>
  );
}
