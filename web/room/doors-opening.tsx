import { useEffect, useState } from 'preact/hooks';
import { spellSpan } from '../kit/times.ts';
import { words } from '../words/spoken.js';
import type { Line } from './connection.ts';
import styles from './doors-opening.module.css';
import type { RoomState } from './room-state.ts';

/** The doors may be a moment late; after that the page says again what it did before. */
const PATIENCE_MS = 3_000;

/** Three, two, one: the same for everyone, counted from when the server said how long it still lasts. */
export function DoorsOpening({ room: { session, you }, line }: { room: RoomState; line: Line }) {
  const number = useCountdown(session, line);
  const [said, say] = useState('');
  const counting = number !== null;
  // Said once: a voice that counts is still at three when the doors are open.
  useEffect(() => say(counting ? words.foyer.opensIn(spellSpan(number, 'second')) : ''), [counting]);
  return (
    <>
      <p class="unseen" aria-live="assertive">{said}</p>
      {counting && (
        <div class={styles.veil} aria-hidden="true" data-part="countdown">
          <p class={styles.words}>{you.place === 'foyer' ? words.foyer.opening : words.backstage.opening}</p>
          <p class={styles.number} key={number}>{number}</p>
        </div>
      )}
    </>
  );
}

function useCountdown(session: RoomState['session'], line: Line): number | null {
  const [number, count] = useState<number | null>(null);
  const { opensIn } = session;
  useEffect(() => {
    if (opensIn === undefined || line !== 'open') return count(null);
    const end = performance.now() + opensIn;
    const tick = (): void => {
      const left = end - performance.now();
      count(left < -PATIENCE_MS ? null : Math.max(1, Math.ceil(left / 1_000)));
    };
    tick();
    const ticking = setInterval(tick, 100);
    return () => clearInterval(ticking);
  }, [session, line]);
  return number;
}
