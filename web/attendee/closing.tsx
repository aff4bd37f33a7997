import { BothTimes } from '../kit/both-times.tsx';
import { Button } from '../kit/button.tsx';
import { Frame } from '../kit/frame.tsx';
import { spellMoment } from '../kit/times.ts';
import type { PublicSession } from './entry.ts';
import styles from './plain-pages.module.css';
import { Heading } from './screen.tsx';

interface ClosingProps {
  session: Pick<PublicSession, 'title' | 'when' | 'status'> & { phase?: PublicSession['phase'] };
  /** Whether this person was there until now, or opens the link afterwards. */
  present?: boolean;
  endedAt?: string | null;
  /** Given to who left by themselves while it goes on. */
  onRejoin?: () => void;
}

/** The last page: what became of the session, and a way back for who only stepped out. */
export function Closing({ session, present, endedAt, onRejoin }: ClosingProps) {
  const { heading, words } = onRejoin ? (session.status === 'live' ? left : leftEarly) : (present ? atItsEnd : afterwards)[session.phase ?? 'ended'] ?? afterwards.ended!;
  return (
    <Frame width="narrow" centred screen="closing">
      <div class={styles.stack}>
        <Heading tab={`${heading} · ${session.title}`}>{heading}</Heading>
        <p role="status">{words}</p>
        <div>
          <h2>{session.title}</h2>
          <BothTimes when={session.when} />
          {endedAt && <p class={styles.soft}>Ended {spellMoment(endedAt)}</p>}
        </div>
        {onRejoin
          ? <div><Button look="primary" large onClick={onRejoin}>Rejoin</Button></div>
          : <p class={styles.soft}>You can close this page.</p>}
      </div>
    </Frame>
  );
}

type Words = Record<string, { heading: string; words: string }>;

const left = { heading: 'You left', words: 'The session goes on without you. You can come back at any time until it ends.' };

const leftEarly = { heading: 'You left', words: 'Your seat is kept. Come back when it is time, or a little earlier.' };

const atItsEnd: Words = {
  ended: { heading: 'Thank you for coming', words: 'The session has ended. Camera and microphone are off.' },
  cancelled: { heading: 'This session was cancelled', words: 'The host has called it off. Camera and microphone are off.' },
};

const afterwards: Words = {
  ended: { heading: 'This session has ended', words: 'It is over, and its room is closed.' },
  cancelled: { heading: 'This session was cancelled', words: 'It will not take place. Everyone who registered was told by e-mail.' },
  missed: { heading: 'This session did not take place', words: 'Nobody opened it at the planned time. Ask whoever invited you for a new date.' },
};
