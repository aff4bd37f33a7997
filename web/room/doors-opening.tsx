import { useEffect, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { spellSpan } from '../kit/times.ts';
import { words } from '../words/spoken.js';
import { sentenceOf, type Line } from './connection.ts';
import styles from './doors-opening.module.css';
import type { RoomState } from './room-state.ts';
import type { Visit } from './visit.ts';

/** The doors may be a moment late; after that the page says again what it did before. */
const PATIENCE_MS = 3_000;

/** Three, two, one: the same for everyone, counted from when the server said how long it still lasts. A host may stop it. */
export function DoorsOpening({ visit, room: { session, you }, line }: { visit: Visit; room: RoomState; line: Line }) {
  const number = useCountdown(session, line);
  const [said, say] = useState('');
  const counting = number !== null;
  const host = you.role === 'host';
  // Said once: a voice that counts is still at three when the doors are open.
  useEffect(() => {
    const opens = counting ? words.foyer.opensIn(spellSpan(number, 'second')) : '';
    say(counting && host ? `${opens} ${words.backstage.stopBy}` : opens);
  }, [counting]);
  return (
    <>
      <p class="unseen" aria-live="assertive">{said}</p>
      {counting && (
        <div class={styles.veil} data-part="countdown">
          <p class={styles.words} aria-hidden="true">{you.place === 'foyer' ? words.foyer.opening : words.backstage.opening}</p>
          <p class={styles.number} key={number} aria-hidden="true">{number}</p>
          {host && <Stop visit={visit} />}
        </div>
      )}
    </>
  );
}

/** Where a countdown that this page has shown ended with closed doors, it is said. */
export function StartStopped({ room: { session, you } }: { room: RoomState }) {
  const [begun, begin] = useState(false);
  const { opensIn, status } = session;
  useEffect(() => {
    if (opensIn !== undefined) begin(true);
  }, [opensIn]);
  const stopped = begun && opensIn === undefined && status === 'scheduled';
  return <p class={stopped ? styles.stopped : 'unseen'} role="status" data-part="stopped">{stopped ? (you.place === 'foyer' ? words.foyer.stopped : words.backstage.stopped) : ''}</p>;
}

/** A host who pressed too early: by button, or by Escape from wherever they are. */
function Stop({ visit }: { visit: Visit }) {
  const [trouble, setTrouble] = useState('');
  async function stop(): Promise<void> {
    try {
      await visit.line.ask({ type: 'stop-countdown' });
      document.querySelector<HTMLButtonElement>('[data-part="start"]')?.focus(); // the button that was pressed goes with the countdown
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  }
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.repeat || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      void stop();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <Button aria-keyshortcuts="Escape" onClick={() => void stop()}>{words.backstage.stop}</Button>
      {trouble && <p role="alert">{trouble}</p>}
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
