import { useEffect, useRef } from 'preact/hooks';
import type { Person } from '../../../client/protocol.ts';
import { words } from '../../words/spoken.js';
import type { Visit } from '../visit.ts';
import styles from './shared-screen.module.css';

/** Somebody's screen, whole: nothing of it is cut off. */
export function SharedScreen({ person, stream, visit }: { person: Person; stream?: MediaStream; visit: Visit }) {
  const figure = useRef<HTMLElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => visit.seen.watch(figure.current!, person.seatId, 'screen'), [visit, person.seatId]);
  useEffect(() => {
    video.current!.srcObject = stream ?? null;
    void video.current!.play().catch(() => undefined); // without sound it may always play
  }, [stream]);
  return (
    <figure ref={figure} class={styles.screen} data-shared={person.seatId}>
      <video ref={video} class={styles.picture} autoplay playsInline muted aria-label={words.sharing.screenOf(person.name)} />
      <figcaption class={styles.caption}>{words.sharing.screenOf(person.name)}</figcaption>
    </figure>
  );
}

/** Of those who share, whose screen is shown: who began last, until they end. */
export function useShared(people: readonly Person[]): Person | undefined {
  const began = useRef<string[]>([]);
  const now = people.filter((one) => one.onStage && one.screen).map(({ seatId }) => seatId);
  began.current = [...began.current.filter((one) => now.includes(one)), ...now.filter((one) => !began.current.includes(one))];
  return people.find(({ seatId }) => seatId === began.current.at(-1));
}
