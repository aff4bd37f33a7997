import { useEffect, useRef, useState } from 'preact/hooks';
import type { TalkRequest } from '../../../client/protocol.ts';
import { Icon } from '../../attendee/icons.tsx';
import { useStore } from '../../attendee/store.ts';
import { Button } from '../../kit/button.tsx';
import { words } from '../../words/spoken.js';
import { sentenceOf } from '../connection.ts';
import type { RoomState } from '../room-state.ts';
import styles from './raised-hands.module.css';
import type { Talk } from './talk.ts';

/** Whose turn it is: hands in the order in which they went up. Hosts take them down. */
export function RaisedHands({ talk, you }: { talk: Talk; you: RoomState['you'] }) {
  const hands = useStore(talk.store, (state) => state.hands);
  const [trouble, setTrouble] = useState('');
  const host = you.role === 'host';
  if (hands.length === 0) return null;

  async function ask(request: TalkRequest) {
    setTrouble('');
    await talk.ask(request).catch((error: unknown) => setTrouble(sentenceOf(error)));
  }

  return (
    <section class={styles.hands} aria-labelledby="hands-title">
      <div class={styles.head}>
        <h3 id="hands-title">{words.hands.name} <span class={styles.count}>{hands.length}</span></h3>
        {host && hands.length > 1 && <Button look="bare" onClick={() => void ask({ type: 'lower-hands' })}>{words.hands.lowerAll}</Button>}
      </div>
      <ol>
        {hands.map(({ seatId, name }) => (
          <li key={seatId}>
            <Icon name="hand" size={16} />
            <span class={styles.who}>{seatId === you.seatId ? words.stage.you(name) : name}</span>
            {host && <Button look="bare" aria-label={words.hands.lowerOf(name)} onClick={() => void ask({ type: 'lower-hand', seatId })}>{words.hands.lowered}</Button>}
          </li>
        ))}
      </ol>
      <p class={trouble ? styles.trouble : 'unseen'} role="alert">{trouble}</p>
    </section>
  );
}

/** On a tile: this person's hand is up, and which in the order it is. */
export function HandSign({ talk, seatId }: { talk: Talk; seatId: string }) {
  const at = useStore(talk.store, ({ hands }) => hands.findIndex((hand) => hand.seatId === seatId));
  if (at < 0) return null;
  return <span class={styles.sign}><Icon name="hand" size={18} /><span aria-hidden="true">{at + 1}</span><span class="unseen">{words.hands.up}</span></span>;
}

/** How many hands are up, on the button that leads to them. */
export function HandCount({ talk }: { talk: Talk }) {
  const count = useStore(talk.store, ({ hands }) => hands.length);
  return count > 0 ? <span class={styles.sign} data-small><Icon name="hand" size={14} /><span class={styles.number} aria-hidden="true">{count}</span><span class="unseen">, {words.hands.count(count)}</span></span> : null;
}

/** Tells a host by voice, too, whose hand went up. */
export function HandsTold({ talk, you }: { talk: Talk; you: RoomState['you'] }) {
  const hands = useStore(talk.store, (state) => state.hands);
  const before = useRef(hands);
  const [told, tell] = useState('');
  useEffect(() => {
    const fresh = hands.filter(({ seatId }) => seatId !== you.seatId && !before.current.some((one) => one.seatId === seatId));
    before.current = hands;
    const last = fresh.at(-1);
    tell(last && you.role === 'host' ? words.hands.raised(last.name) : '');
  }, [hands]);
  return <p class="unseen" aria-live="polite">{told}</p>;
}
