import styles from '../attendee/plain-pages.module.css';
import { Heading } from '../attendee/screen.tsx';
import { Button } from '../kit/button.tsx';
import { words } from '../words/spoken.js';
import { Frame } from '../kit/frame.tsx';

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
export function AtTheDoor({ title }: { title: string }) {
  return (
    <Frame width="narrow" centred screen="door">
      <div class={styles.stack}>
        <Heading tab={`${words.door.heading} · ${title}`}>{words.door.heading}</Heading>
        <p role="status">{words.door.text}</p>
      </div>
    </Frame>
  );
}

/** The server does not admit this seat. */
export function ShutOut({ title, onAgain }: { title: string; onAgain: () => void }) {
  return (
    <Frame width="narrow" centred screen="shut-out">
      <div class={styles.stack}>
        <Heading tab={words.seat.shutOut.tab(title)}>{words.seat.shutOut.heading}</Heading>
        <p role="status">{words.seat.shutOut.text(title)}</p>
        <div><Button onClick={onAgain}>{words.tryAgain}</Button></div>
      </div>
    </Frame>
  );
}
