import { Heading } from '../attendee/screen.tsx';
import { Button } from '../kit/button.tsx';
import { Frame } from '../kit/frame.tsx';
import { Spinner } from '../kit/spinner.tsx';
import styles from './registrant.module.css';

export function Opening() {
  return (
    <Frame width="narrow" centred screen="opening">
      <div class={styles.still}>
        <Spinner large label="Opening your registration" />
        <p aria-hidden="true">Opening your registration…</p>
      </div>
    </Frame>
  );
}

/** A link that leads nowhere: what that may mean, and what to do. */
export function DeadLink() {
  return (
    <Frame width="narrow" centred screen="dead-link">
      <div class={styles.stack}>
        <Heading tab="Link not working · Foyer">This link no longer works</Heading>
        <p>It may have been replaced by a newer one, a part of it was lost when it was copied, or what it led to has been erased.</p>
        <ul class={styles.list}>
          <li>Open the link in the newest mail that you have about this session.</li>
          <li>Or register again with the same address: the link is sent to you once more.</li>
          <li>Or answer the mail: that reaches the organizer.</li>
        </ul>
      </div>
    </Frame>
  );
}

export function Unreachable({ sentence, onAgain }: { sentence: string; onAgain: () => void }) {
  return (
    <Frame width="narrow" centred screen="unreachable">
      <div class={styles.stack}>
        <Heading tab="No connection · Foyer">We cannot open your registration</Heading>
        <p role="status">{sentence}</p>
        <div><Button look="primary" large onClick={onAgain}>Try again</Button></div>
      </div>
    </Frame>
  );
}

export function Erased() {
  return (
    <Frame width="narrow" centred screen="erased">
      <div class={styles.stack}>
        <Heading tab="Erased · Foyer">Everything is erased</Heading>
        <p>Your name, your address and your answers are gone, and your seat is free. No more mail comes about this session, and the links that you have lead nowhere now.</p>
        <p class={styles.soft}>If it still stands in your calendar, please delete it there: we no longer know where to send a cancellation.</p>
      </div>
    </Frame>
  );
}
