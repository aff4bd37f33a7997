import { useEffect, useRef, useState } from 'preact/hooks';
import { REACTIONS, type TalkRequest } from '../../../client/protocol.ts';
import { Icon } from '../../attendee/icons.tsx';
import { useStore } from '../../attendee/store.ts';
import { words } from '../../words/spoken.js';
import { sentenceOf } from '../connection.ts';
import type { RoomState } from '../room-state.ts';
import styles from './gestures.module.css';
import type { Talk } from './talk.ts';

interface GesturesProps {
  talk: Talk;
  you: RoomState['you'];
}

/** A raised hand, which stays until it is lowered. A host need not raise one. */
export function HandButton({ talk, you }: GesturesProps) {
  const up = useStore(talk.store, ({ hands }) => hands.some(({ seatId }) => seatId === you.seatId));
  const { trouble, ask } = useGesture(talk);
  if (you.role === 'host') return null;
  return (
    <>
      <button type="button" aria-keyshortcuts="h" aria-pressed={up} data-on={up} onClick={() => void ask({ type: up ? 'lower-hand' : 'raise-hand' })}>
        <Icon name="hand" /> <span>{up ? words.hands.lower : words.hands.raise}</span>
      </button>
      <p class={trouble ? styles.trouble : 'unseen'} role="alert">{trouble}</p>
    </>
  );
}

/** A reaction, which passes. */
export function ReactButton({ talk }: { talk: Talk }) {
  const { trouble, ask } = useGesture(talk);
  return (
    <>
      <Reacting onReact={(emoji) => void ask({ type: 'react', emoji })} />
      <p class={trouble ? styles.trouble : 'unseen'} role="alert">{trouble}</p>
    </>
  );
}

/** The same, where they need no button of their own first. */
export function Reactions({ talk }: { talk: Talk }) {
  const { trouble, ask } = useGesture(talk);
  return (
    <>
      <div class={styles.row} role="group" aria-label={words.reactions.react}><Emojis onReact={(emoji) => void ask({ type: 'react', emoji })} /></div>
      <p class={trouble ? styles.trouble : 'unseen'} role="alert">{trouble}</p>
    </>
  );
}

function useGesture(talk: Talk) {
  const [trouble, setTrouble] = useState('');
  async function ask(request: TalkRequest) {
    setTrouble('');
    await talk.ask(request).catch((error: unknown) => setTrouble(sentenceOf(error)));
  }
  return { trouble, ask };
}

type OnReact = (emoji: (typeof REACTIONS)[number]) => void;

const Emojis = ({ onReact }: { onReact: OnReact }) =>
  REACTIONS.map((emoji) => <button key={emoji} type="button" aria-label={words.reactions[emoji]} title={words.reactions[emoji]} onClick={() => onReact(emoji)}>{emoji}</button>);

function Reacting({ onReact }: { onReact: OnReact }) {
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
          <Emojis onReact={onReact} />
        </div>
      )}
    </>
  );
}
