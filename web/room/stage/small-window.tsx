import { useEffect, useRef, useState } from 'preact/hooks';
import { Store, useStore } from '../../attendee/store.ts';
import { Button } from '../../kit/button.tsx';
import { words } from '../../words/spoken.js';
import type { Received } from '../media/receiving.ts';
import type { RoomState } from '../room-state.ts';
import type { Visit } from '../visit.ts';
import { useShared } from './shared-screen.tsx';
import styles from './small-window.module.css';
import { useMainSpeaker } from './use-main-speaker.ts';

const nothing = new Store<Map<string, Received>>(new Map());
/** The small window is some 300 points high, and can be drawn larger. */
const HEIGHT = 360;

/** The room goes along into other windows: the shared screen, or who speaks, in the browser's picture-in-picture. */
export function SmallWindow({ visit, room }: { visit: Visit; room: RoomState }) {
  const video = useRef<HTMLVideoElement>(null);
  const [open, setOpen] = useState(false);
  const received = useStore(useStore(visit.media)?.people ?? nothing);
  const others = room.people.filter((one) => one.onStage && one.seatId !== room.you.seatId);
  const shared = useShared(others);
  const speaker = useMainSpeaker(!shared, others.filter(({ camera }) => camera), visit.speaking);
  const person = shared ?? speaker;
  const stream = person && received.get(person.seatId)?.[shared ? 'screen' : 'video'];

  useEffect(() => {
    const element = video.current!;
    if (element.srcObject === (stream ?? null)) return;
    element.srcObject = stream ?? null;
    if (stream) void element.play().catch(() => undefined); // without sound it may always play
  }, [stream]);
  // Behind another tab nothing is in sight; what the small window shows still comes.
  useEffect(() => (open && person ? visit.seen.pin(person.seatId, shared ? 'screen' : 'camera', HEIGHT) : undefined), [open, person?.seatId, shared !== undefined]);

  async function turn() {
    if (open) return void (await document.exitPictureInPicture().catch(() => undefined));
    await video.current!.requestPictureInPicture().catch(() => undefined); // the browser has its reasons, and there is nothing to be done
  }

  return (
    <>
      <video ref={video} class={styles.source} muted playsInline aria-hidden="true" tabIndex={-1} onEnterPictureInPicture={() => setOpen(true)} onLeavePictureInPicture={() => setOpen(false)} />
      {document.pictureInPictureEnabled && (stream || open) && <Button look="bare" class={styles.button} aria-pressed={open} onClick={() => void turn()}>{words.views.smallWindow}</Button>}
    </>
  );
}
