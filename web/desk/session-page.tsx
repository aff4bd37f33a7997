import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { BothTimes } from '../kit/both-times.tsx';
import { Button, ButtonLink } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { DeskFrame, Unreachable, Waiting } from './desk-frame.tsx';
import { DoorPolicy } from './door-policy.tsx';
import { DuplicateSession } from './duplicate-session.tsx';
import { EditSession } from './edit-session.tsx';
import { keepMoved, keptMoved, type Moved } from './moved.ts';
import { MailTest } from './mail-test.tsx';
import { MailTrouble } from './mail-trouble.tsx';
import { MovedNotice } from './moved-notice.tsx';
import { usePageTitle } from './page-title.ts';
import { PhaseSign } from './phase.tsx';
import { problemOf } from './refused.ts';
import { RegistrantsTable } from './registrants-table.tsx';
import { Reminders } from './reminders.tsx';
import { SessionEnding } from './session-ending.tsx';
import { useRegistrants } from './registrants.ts';
import { useSession, type Session } from './sessions.ts';
import { SharedAddress } from './shared-address.tsx';
import { Team } from './team.tsx';
import { Undecided } from './undecided.tsx';
import styles from './session-page.module.css';

const LAST_WORDS: Partial<Record<Session['phase'], string>> = {
  upcoming: 'You can come in early and set up. Nobody else is let in until you press Start.',
  ready: 'Come in and press Start when you are ready: everyone who waits is let in at once.',
  live: 'The doors are open.',
  missed: 'Nobody started it. You still can, or give it a new time.',
};

/** One session: when it is, who comes, and everything that can still be done about it. */
export function SessionPage() {
  const { id = '' } = useRoute().params;
  return <DeskFrame><Loaded id={id} key={id} /></DeskFrame>;
}

function Loaded({ id }: { id: string }) {
  const session = useSession(id);
  usePageTitle(session.data?.title ?? 'Session');
  if (session.data) return <Shown session={session.data} stale={session.isError} />;
  if (problemOf(session.error)?.status === 404) {
    return (
      <div class={styles.gone}>
        <h1>This session does not exist</h1>
        <p>It may have been deleted.</p>
        <p><ButtonLink look="primary" href="/desk">To your sessions</ButtonLink></p>
      </div>
    );
  }
  return session.isError ? <Unreachable error={session.error} retry={() => void session.refetch()} /> : <Waiting />;
}

function Shown({ session, stale }: { session: Session; stale: boolean }) {
  const { query } = useLocation();
  const [editing, setEditing] = useState(false);
  const [duplicating, setDuplicating] = useState(false);
  const [{ moved, fresh }, setMoved] = useState(() => ({ moved: keptMoved(session.id, Date.now()), fresh: false }));
  const registrants = useRegistrants(session.id, session.registration !== null);
  const total = registrants.data?.pages[0]?.total;
  const over = session.status === 'ended' || session.status === 'cancelled';

  function done(moved?: Moved): void {
    if (moved) {
      keepMoved(session.id, moved);
      setMoved({ moved, fresh: true });
    }
    setEditing(false);
  }

  if (editing) return <EditSession session={session} registrants={total ?? 0} onDone={done} />;
  return (
    <>
      <p><a class={styles.back} href="/desk"><span aria-hidden="true">←</span> Sessions</a></p>
      <header class={styles.head}>
        <PhaseSign phase={session.phase} />
        <h1>{session.title}</h1>
        <BothTimes when={session.when} />
        <p class={styles.facts}>{session.theme === 'meeting' ? 'Meeting' : session.theme === 'workshop' ? 'Workshop' : 'Webinar'} · {session.when.durationMinutes} minutes · {session.hostName}</p>
      </header>

      {stale && <Notice tone="danger">Foyer cannot be reached just now. What you see may be old.</Notice>}
      {moved && <MovedNotice key={moved.scheduleVersion} session={session} moved={moved} fresh={fresh} />}
      {'new' in query && session.phase !== 'cancelled' && <Notice tone="good" title="It is on the calendar.">Now share its address.</Notice>}

      {!over && (
        <section class={styles.doors}>
          <div>
            <ButtonLink look="primary" large href={`/room/${session.slug}`}>{session.phase === 'live' ? 'Join' : 'Open the room'}</ButtonLink>
            <p>{LAST_WORDS[session.phase]}</p>
            <DoorPolicy sessionId={session.id} />
          </div>
          <SharedAddress address={session.publicUrl} />
        </section>
      )}

      {session.status === 'ended' && (
        <section class={styles.doors}>
          <div>
            <ButtonLink look="primary" large href={`/desk/sessions/${session.id}/after`}>Who came</ButtonLink>
            <p>It is over. Who was there and for how long, what was asked and said.</p>
          </div>
        </section>
      )}

      <MailTrouble sessionId={session.id} />
      {session.description && <p class={styles.description}>{session.description}</p>}
      <Team session={session} over={over} />
      {session.registration && <Undecided sessionId={session.id} fields={session.registration.fields} over={over || session.phase === 'missed'} />}
      {session.registration && <RegistrantsTable sessionId={session.id} fields={session.registration.fields} askedBefore={session.registration.askedBefore} over={over} />}
      {session.status === 'scheduled' && session.registration && <Reminders session={session} />}
      {!over && session.registration && <MailTest />}

      <footer class={styles.actions}>
        {!over && <Button onClick={() => setEditing(true)}>{session.status === 'live' ? 'Edit' : 'Edit or move'}</Button>}
        <Button onClick={() => setDuplicating(true)}>Duplicate</Button>
        <SessionEnding session={session} registrants={total} />
      </footer>
      {duplicating && <DuplicateSession session={session} onClose={() => setDuplicating(false)} />}
    </>
  );
}
