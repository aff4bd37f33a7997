import { useEffect, useRef, useState } from 'preact/hooks';
import type { DevicesState } from '../attendee/devices/own-devices.ts';
import { Button } from '../kit/button.tsx';
import { Icon } from '../attendee/icons.tsx';
import { Store, useStore } from '../attendee/store.ts';
import { words } from '../words/spoken.js';
import type { Received } from './media/receiving.ts';
import styles from './room.module.css';
import type { Visit } from './visit.ts';

const silence = new Store<Map<string, Received>>(new Map());

/** Plays everyone's sound. Where the browser waits for a click first, says so and offers it. */
export function Ears({ visit }: { visit: Visit }) {
  const received = useStore(useStore(visit.media)?.people ?? silence);
  const speaker = useSpeaker(visit);
  const [blocked, setBlocked] = useState(false);
  const players = useRef(new Set<HTMLAudioElement>());

  async function hear() {
    const tried = await Promise.allSettled([...players.current].map((one) => one.play()));
    setBlocked(tried.some((one) => one.status === 'rejected'));
  }

  return (
    <>
      {[...received.values()].flatMap(({ audio, screenAudio }) => [audio, screenAudio]).map((sound) => sound && (
        <Player key={sound.id} stream={sound} speaker={speaker} players={players.current} onBlocked={() => setBlocked(true)} />
      ))}
      {blocked && received.size > 0 && (
        <div class={styles.hear} role="alert">
          <p>{words.room.soundBlocked}</p>
          <Button look="primary" large onClick={() => void hear()}><Icon name="sound" /> {words.room.hear}</Button>
        </div>
      )}
    </>
  );
}

interface PlayerProps {
  stream: MediaStream;
  speaker?: string;
  players: Set<HTMLAudioElement>;
  onBlocked: () => void;
}

function Player({ stream, speaker, players, onBlocked }: PlayerProps) {
  const element = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const player = element.current!;
    player.srcObject = stream;
    players.add(player);
    player.play().catch((error: unknown) => (error as Error).name === 'NotAllowedError' && onBlocked());
    return () => {
      players.delete(player);
      player.srcObject = null;
    };
  }, [stream]);
  useEffect(() => {
    const player = element.current!;
    // Not there, or gone again: the usual one.
    if ('setSinkId' in player && player.sinkId !== (speaker ?? '')) void player.setSinkId(speaker ?? '').catch(() => undefined);
  }, [speaker]);
  return <audio ref={element} />;
}

type Speaker = Pick<DevicesState, 'speaker'>;
const usual = new Store<Speaker>({ speaker: { choices: [] } });

function useSpeaker(visit: Visit): string | undefined {
  return useStore((visit.devices?.store ?? usual) as Store<Speaker>, ({ speaker }) => speaker.choices.find(({ deviceId }) => deviceId === speaker.chosen)?.deviceId);
}
