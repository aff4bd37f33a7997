import type { ShownOut } from '../../client/protocol.ts';
import { Button } from '../kit/button.tsx';
import { Frame } from '../kit/frame.tsx';
import { words } from '../words/spoken.js';
import styles from './plain-pages.module.css';
import { Heading } from './screen.tsx';

interface ShutOutProps {
  title: string;
  /** Left out where the server does not say. */
  why?: ShownOut;
  onAgain?: () => void;
}

/** The server does not admit this seat: what a host has decided, and whether one may ask again. */
export function ShutOut({ title, why, onAgain }: ShutOutProps) {
  const { heading, text } = why ? words.seat[why] : words.seat.shutOut;
  return (
    <Frame width="narrow" centred screen={why ?? 'shut-out'}>
      <div class={styles.stack}>
        <Heading tab={words.seat.shutOut.tab(title)}>{heading}</Heading>
        <p role="status">{text(title)}</p>
        {onAgain && why !== 'banned' && why !== 'revoked' && (
          <div>{why ? <Button look="primary" large onClick={onAgain}>{words.seat.ask}</Button> : <Button onClick={onAgain}>{words.tryAgain}</Button>}</div>
        )}
      </div>
    </Frame>
  );
}
