import { useEffect, useRef } from 'preact/hooks';
import { words } from '../../words/spoken.js';
import styles from './device-check.module.css';

/** The camera as a mirror. */
export function Preview({ track }: { track: MediaStreamTrack }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    video.current!.srcObject = new MediaStream([track]);
  }, [track]);
  return <video ref={video} class={styles.mirror} autoplay playsInline muted aria-label={words.devices.mirror} />;
}
