import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Person } from '../../client/protocol.ts';
import { Icon } from '../attendee/icons.tsx';
import { useStore } from '../attendee/store.ts';
import { words } from '../words/spoken.js';
import { HandSign } from './conversation/raised-hands.tsx';
import { initialsOf } from './initials.ts';
import type { RoomState } from './room-state.ts';
import { SELF } from './speaking.ts';
import { NetworkSign } from './stage/network-sign.tsx';
import type { Seen } from './stage/seen.ts';
import styles from './tile.module.css';
import type { Visit } from './visit.ts';

type Size = { width: string; height: string };

/** Somebody else: their picture, or who they are without one. */
export function Tile({ person, stream, visit, size }: { person: Person; stream?: MediaStream; visit: Visit; size: Size }) {
  const speaks = useStore(visit.speaking.store, (who) => who.has(person.seatId));
  return <Figure seen={visit.seen} seatId={person.seatId} name={person.name} microphone={person.microphone} picture={person.camera ? stream : undefined} speaks={speaks && person.microphone} network={<NetworkSign network={visit.network} seatId={person.seatId} />} hand={<HandSign talk={visit.talk} seatId={person.seatId} />} size={size} />;
}

/** Oneself, as in a mirror. */
export function OwnTile({ visit, you, size }: { visit: Visit; you: RoomState['you']; size: Size }) {
  const track = useStore(visit.devices!.store, (all) => (all.camera.on ? all.camera.track : null));
  const microphone = useStore(visit.devices!.store, (all) => all.microphone.on && all.microphone.track !== null);
  const speaks = useStore(visit.speaking.store, (who) => who.has(SELF));
  const picture = useMemo(() => (track ? new MediaStream([track]) : undefined), [track]);
  return <Figure self seatId={you.seatId} name={you.name} microphone={microphone} picture={picture} speaks={speaks && microphone} network={<NetworkSign network={visit.network} seatId={you.seatId} />} hand={<HandSign talk={visit.talk} seatId={you.seatId} />} size={size} />;
}

interface FigureProps {
  /** Of others: told when it comes into sight, so that the picture is sent here. */
  seen?: Seen;
  seatId: string;
  name: string;
  self?: boolean;
  microphone: boolean;
  picture?: MediaStream;
  speaks: boolean;
  /** A sign where the connection is weak. */
  network: ComponentChildren;
  /** The sign of a raised hand, where it is up. */
  hand: ComponentChildren;
  size: Size;
}

function Figure({ seen, seatId, name, self, microphone, picture, speaks, network, hand, size }: FigureProps) {
  const figure = useRef<HTMLElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => seen?.watch(figure.current!, seatId, 'camera'), [seen, seatId]);
  useEffect(() => {
    const element = video.current;
    if (!element || element.srcObject === picture) return;
    element.srcObject = picture ?? null;
    void element.play().catch(() => undefined); // without sound it may always play; a tile that went away does not
  }, [picture]);
  return (
    <figure ref={figure} class={styles.tile} style={size} data-seat={seatId} data-self={self} data-speaking={speaks}>
      {!picture && <span class={styles.initials} aria-hidden="true">{initialsOf(name)}</span>}
      {picture && <video ref={video} class={styles.picture} autoplay playsInline muted aria-label={words.stage.cameraOf(name)} />}
      {hand}
      <figcaption class={styles.caption}>
        {!microphone && <span class={styles.muted}><Icon name="microphone-off" size={16} /><span class="unseen">{words.stage.muted}: </span></span>}
        {network}
        <span class={styles.name}>{self ? words.stage.you(name) : name}</span>
      </figcaption>
    </figure>
  );
}
