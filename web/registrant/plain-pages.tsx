import { Heading } from '../attendee/screen.tsx';
import { Button } from '../kit/button.tsx';
import { Frame } from '../kit/frame.tsx';
import { Spinner } from '../kit/spinner.tsx';
import { words } from '../words/spoken.js';
import styles from './registrant.module.css';

export function Opening() {
  return (
    <Frame width="narrow" centred screen="opening">
      <div class={styles.still}>
        <Spinner large label={words.own.opening} />
        <p aria-hidden="true">{words.own.opening}…</p>
      </div>
    </Frame>
  );
}

/** A link that leads nowhere: what that may mean, and what to do. */
export function DeadLink() {
  const { deadLink, own } = words;
  return (
    <Frame width="narrow" centred screen="dead-link">
      <div class={styles.stack}>
        <Heading tab={`${deadLink.tab} · Foyer`}>{deadLink.heading}</Heading>
        <p>{own.deadLink.text}</p>
        <ul class={styles.list}>
          <li>{deadLink.newest}</li>
          <li>{deadLink.register}</li>
          <li>{own.deadLink.ask}</li>
        </ul>
      </div>
    </Frame>
  );
}

export function Unreachable({ sentence, onAgain }: { sentence: string; onAgain: () => void }) {
  return (
    <Frame width="narrow" centred screen="unreachable">
      <div class={styles.stack}>
        <Heading tab={`${words.unreachable.tab} · Foyer`}>{words.own.unreachable.heading}</Heading>
        <p role="status">{sentence}</p>
        <div><Button look="primary" large onClick={onAgain}>{words.tryAgain}</Button></div>
      </div>
    </Frame>
  );
}

export function Erased() {
  const { erased } = words.own;
  return (
    <Frame width="narrow" centred screen="erased">
      <div class={styles.stack}>
        <Heading tab={`${erased.tab} · Foyer`}>{erased.heading}</Heading>
        <p>{erased.text}</p>
        <p class={styles.soft}>{erased.calendar}</p>
      </div>
    </Frame>
  );
}
