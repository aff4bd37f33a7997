import type { Farewell } from '../../client/protocol.ts';
import { BothTimes } from '../kit/both-times.tsx';
import { Button, ButtonLink } from '../kit/button.tsx';
import { Frame } from '../kit/frame.tsx';
import { spellMoment } from '../kit/times.ts';
import { withLinks } from '../kit/with-links.tsx';
import { words } from '../words/spoken.js';
import type { PublicSession } from './entry.ts';
import styles from './plain-pages.module.css';
import { OwnRecordings } from './own-recordings.tsx';
import { Heading } from './screen.tsx';

interface ClosingProps {
  session: Pick<PublicSession, 'slug' | 'title' | 'when' | 'status'> & { phase?: PublicSession['phase'] };
  /** Whether this person was there until now, or opens the link afterwards. */
  present?: boolean;
  endedAt?: string | null;
  /** The organizer's own words. */
  farewell?: Farewell | null;
  /** It may have been recorded: then it is asked for. */
  recorded?: boolean;
  /** Given to who left by themselves while it goes on. */
  onRejoin?: () => void;
}

/** The last page: what became of the session, and a way back for who only stepped out. */
export function Closing({ session, present, endedAt, farewell, recorded, onRejoin }: ClosingProps) {
  const { closing } = words;
  const { heading, text } = onRejoin ? (session.status === 'live' ? closing.left : closing.leftEarly) : present ? atItsEnd(session.phase) : afterwards(session.phase);
  return (
    <Frame width="narrow" centred screen="closing">
      <div class={styles.stack}>
        <Heading tab={`${heading} · ${session.title}`}>{heading}</Heading>
        <p role="status">{text}</p>
        {farewell && <LastWords farewell={farewell} beside={onRejoin !== undefined} />}
        {recorded && <OwnRecordings slug={session.slug} />}
        <div>
          <h2>{session.title}</h2>
          <BothTimes when={session.when} />
          {endedAt && <p class={styles.soft}>{closing.endedAt(spellMoment(endedAt))}</p>}
        </div>
        {onRejoin
          ? <div><Button look="primary" large onClick={onRejoin}>{closing.rejoin}</Button></div>
          : <p class={styles.soft}>{closing.closePage}</p>}
      </div>
    </Frame>
  );
}

/** Beside a way back it is the second thing to do; otherwise there is nothing else left. */
function LastWords({ farewell: { text, link }, beside }: { farewell: Farewell; beside: boolean }) {
  return (
    <div class={styles.lastWords}>
      {text && <p>{withLinks(text)}</p>}
      {link && <p><ButtonLink look={beside ? 'quiet' : 'primary'} large href={link.url} target="_blank" rel="nofollow ugc noopener noreferrer">{link.label}</ButtonLink></p>}
    </div>
  );
}

type Phase = PublicSession['phase'] | undefined;

const atItsEnd = (phase: Phase) => (phase === 'cancelled' ? words.closing.calledOff : words.closing.thanks);

function afterwards(phase: Phase) {
  const { cancelled, missed, ended } = words.closing;
  return phase === 'cancelled' ? cancelled : phase === 'missed' ? missed : ended;
}
