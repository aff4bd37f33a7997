import styles from '../attendee/plain-pages.module.css';
import { Heading } from '../attendee/screen.tsx';
import { Button } from '../kit/button.tsx';
import { Frame } from '../kit/frame.tsx';

/** The first device is told why it is out, and how to come back. */
export function SeatTaken({ title, onUseHere }: { title: string; onUseHere: () => void }) {
  return (
    <Frame width="narrow" centred screen="moved">
      <div class={styles.stack}>
        <Heading tab={`Moved · ${title}`}>You moved to another device</Heading>
        <p role="status">Your seat in “{title}” was opened on another device or in another window. Camera and microphone are off here.</p>
        <div><Button look="primary" large onClick={onUseHere}>Use it here</Button></div>
      </div>
    </Frame>
  );
}

/** The server does not admit this seat. */
export function ShutOut({ title, onAgain }: { title: string; onAgain: () => void }) {
  return (
    <Frame width="narrow" centred screen="shut-out">
      <div class={styles.stack}>
        <Heading tab={`Not admitted · ${title}`}>You cannot come in at the moment</Heading>
        <p role="status">The host has closed “{title}” for this seat. Ask the host if you think that this is a mistake.</p>
        <div><Button onClick={onAgain}>Try again</Button></div>
      </div>
    </Frame>
  );
}
