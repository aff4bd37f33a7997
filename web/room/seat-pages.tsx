import { DeviceCheck } from '../attendee/devices/device-check.tsx';
import styles from '../attendee/plain-pages.module.css';
import { Heading } from '../attendee/screen.tsx';
import { Button } from '../kit/button.tsx';
import { words } from '../words/spoken.js';
import { Frame } from '../kit/frame.tsx';
import type { Line } from './connection.ts';
import type { Visit } from './visit.ts';

/** The first device is told why it is out, and how to come back. */
export function SeatTaken({ title, onUseHere }: { title: string; onUseHere: () => void }) {
  return (
    <Frame width="narrow" centred screen="moved">
      <div class={styles.stack}>
        <Heading tab={words.seat.moved.tab(title)}>{words.seat.moved.heading}</Heading>
        <p role="status">{words.seat.moved.text(title)}</p>
        <div><Button look="primary" large onClick={onUseHere}>{words.seat.moved.useHere}</Button></div>
      </div>
    </Frame>
  );
}

/** A host has locked the room and decides who still comes in; until then nothing is seen or heard of it. */
export function AtTheDoor({ visit, title, line }: { visit: Visit; title: string; line: Line }) {
  const devices = visit.devices && !visit.devices.resting ? visit.devices : null;
  return (
    <Frame width="narrow" centred={!devices} screen="door">
      <div class={styles.stack}>
        <Heading tab={`${words.door.heading} · ${title}`}>{words.door.heading}</Heading>
        <p role="status">{line === 'open' ? words.door.text : words.room.lost}</p>
        {devices && <DeviceCheck devices={devices} />}
        <div><Button onClick={() => void visit.leave()}>{words.room.leave}</Button></div>
      </div>
    </Frame>
  );
}
