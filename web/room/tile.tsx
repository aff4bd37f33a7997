import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Person } from '../../client/protocol.ts';
import { Icon } from '../attendee/icons.tsx';
import { useStore } from '../attendee/store.ts';
import { words } from '../words/spoken.js';
import { initialsOf } from './initials.ts';
import type { RoomState } from './room-state.ts';
import { SELF, type Speaking } from './speaking.ts';
import styles from './tile.module.css';
import type { Visit } from './visit.ts';

type Size = { width: string; height: string };

/** Somebody else: their picture, or who they are without one. */
export function Tile({ person, stream, speaking, hand, size }: { person: Person; stream?: MediaStream; speaking: Speaking; hand: ComponentChildren; size: Size }) {
  const speaks = useStore(speaking.store, (who) => who.has(person.seatId));
  return <Figure seatId={person.seatId} name={person.name} microphone={person.microphone} picture={person.camera ? stream : undefined} speaks={speaks && person.microphone} hand={hand} size={size} />;
}

/** Oneself, as in a mirror. */
export function OwnTile({ visit, you, hand, size }: { visit: Visit; you: RoomState['you']; hand: ComponentChildren; size: Size }) {
  const track = useStore(visit.devices!.store, (all) => (all.camera.on ? all.camera.track : null));
  const microphone = useStore(visit.devices!.store, (all) => all.microphone.on && all.microphone.track !== null);
  const speaks = useStore(visit.speaking.store, (who) => who.has(SELF));
  const picture = useMemo(() => (track ? new MediaStream([track]) : undefined), [track]);
  return <Figure self seatId={you.seatId} name={you.name} microphone={microphone} picture={picture} speaks={speaks && microphone} hand={hand} size={size} />;
}

interface FigureProps {
  seatId: string;
  name: string;
  self?: boolean;
  microphone: boolean;
  picture?: MediaStream;
  speaks: boolean;
  /** The sign of a raised hand, where it is up. */
  hand: ComponentChildren;
  size: Size;
}

function Figure({ seatId, name, self, microphone, picture, speaks, hand, size }: FigureProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element || element.srcObject === picture) return;
    element.srcObject = picture ?? null;
    void element.play().catch(() => undefined); // without sound it may always play; a tile that went away does not
  }, [picture]);
  return (
    <figure class={styles.tile} style={size} data-seat={seatId} data-self={self} data-speaking={speaks}>
      {!picture && <span class={styles.initials} aria-hidden="true">{initialsOf(name)}</span>}
      {picture && <video ref={video} class={styles.picture} autoplay playsInline muted aria-label={words.stage.cameraOf(name)} />}
      {hand}
      <figcaption class={styles.caption}>
        {!microphone && <span class={styles.muted}><Icon name="microphone-off" size={16} /><span class="unseen">{words.stage.muted}: </span></span>}
        <span class={styles.name}>{self ? words.stage.you(name) : name}</span>
      </figcaption>
    </figure>
  );
}
