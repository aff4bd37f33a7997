import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../../words/spoken.js';
import type { RoomState } from '../room-state.ts';
import styles from './recording.module.css';

/** As long as it runs everybody sees so; that it begins and ends is said aloud, too, once to who comes into it. */
export function RecordingSign({ room }: { room: RoomState }) {
  const runs = room.moderation.recording !== undefined;
  const before = useRef(false);
  const [said, say] = useState('');
  useEffect(() => {
    if (runs !== before.current) say(runs ? words.recording.begun : words.recording.over);
    before.current = runs;
  }, [runs]);
  return (
    <>
      {runs && <p class={styles.sign} title={words.recording.begun}><span class={styles.dot} aria-hidden="true" /> {words.recording.on}</p>}
      <p class="unseen" role="status">{said}</p>
    </>
  );
}
