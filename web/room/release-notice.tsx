import { useEffect, useState } from 'preact/hooks';
import { words } from '../words/spoken.js';
import type { RoomState } from './room-state.ts';
import styles from './room.module.css';

/** A complete release is good news for so long, then it is in the way. */
const SHOWN_MS = 6_000;

/** To hosts, after *Start*: how many of those who waited are in, and who is not. */
export function ReleaseNotice({ room: { release } }: { room: RoomState }) {
  const complete = release !== undefined && release.in >= release.of;
  const [over, setOver] = useState(false);
  useEffect(() => {
    setOver(false);
    if (!complete) return;
    const timer = setTimeout(() => setOver(true), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [complete]);
  if (!release || over) return null;
  const { of, missing } = release;
  const more = of - release.in - missing.length;
  return (
    <p class={styles.soft} role="status">
      {complete ? words.room.allIn(of) : `${words.room.someIn(release.in, of)} ${words.room.notReached(missing, more)}`}
    </p>
  );
}
