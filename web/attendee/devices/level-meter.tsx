import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../../words/spoken.js';
import styles from './device-check.module.css';
import { loudnessOf } from './loudness.ts';

const LOOK_MS = 70;
const HEARD = 0.25;

/** A bar that follows the microphone; in words it says once that something was heard. */
export function LevelMeter({ track }: { track: MediaStreamTrack }) {
  const bar = useRef<HTMLSpanElement>(null);
  const [heard, setHeard] = useState(false);

  useEffect(() => {
    const loudness = loudnessOf(track);
    let shown = 0;
    const look = setInterval(() => {
      const now = loudness.now();
      shown = Math.max(now, shown * 0.8); // falls gently, so that it can be read
      bar.current?.style.setProperty('transform', `scaleX(${shown.toFixed(3)})`);
      if (now > HEARD) setHeard(true);
    }, LOOK_MS);
    return () => {
      clearInterval(look);
      loudness.stop();
    };
  }, [track]);

  return (
    <div class={styles.level}>
      <span class={styles.scale} aria-hidden="true"><span ref={bar} class={styles.bar} /></span>
      <span class={styles.heard} role="status">{heard ? words.devices.works : words.devices.saySomething}</span>
    </div>
  );
}
