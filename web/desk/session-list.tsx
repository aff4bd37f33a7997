import { useLocation } from 'preact-iso';
import { BothTimes } from '../kit/both-times.tsx';
import { ButtonLink } from '../kit/button.tsx';
import { spellDistance } from '../kit/times.ts';
import { DeskFrame, Unreachable, Waiting } from './desk-frame.tsx';
import { usePageTitle } from './page-title.ts';
import { useSessions, type Phase, type Session, type State } from './sessions.ts';
import styles from './session-list.module.css';

const VIEWS = [
  { name: 'coming', label: 'Coming', states: ['live', 'ready', 'upcoming'], empty: 'Nothing planned yet.' },
  { name: 'past', label: 'Past', states: ['past'], empty: 'Nothing has taken place yet.' },
  { name: 'cancelled', label: 'Cancelled', states: ['cancelled'], empty: 'Nothing was cancelled.' },
] as const satisfies readonly { name: string; label: string; states: readonly State[]; empty: string }[];

const GROUPS: readonly { phase: Phase; title: string }[] = [
  { phase: 'live', title: 'Live now' },
  { phase: 'ready', title: 'Ready to start' },
  { phase: 'upcoming', title: 'Upcoming' },
  { phase: 'missed', title: 'Not held: start or move them' },
  { phase: 'ended', title: 'Past' },
  { phase: 'cancelled', title: 'Cancelled' },
];

/** The organizer's sessions, what needs attention first. */
export function SessionList() {
  const { query } = useLocation();
  const view = VIEWS.find(({ name }) => name === query['show']) ?? VIEWS[0];
  usePageTitle('Sessions');
  return (
    <DeskFrame>
      <div class={styles.head}>
        <h1>Sessions</h1>
        <ButtonLink look="primary" href="/desk/new">Schedule a session</ButtonLink>
      </div>
      <nav class={styles.views} aria-label="Sessions by state">
        {VIEWS.map(({ name, label }) => (
          <a key={name} href={name === 'coming' ? '/desk' : `/desk?show=${name}`} aria-current={name === view.name ? 'page' : undefined}>{label}</a>
        ))}
      </nav>
      <List key={view.name} states={view.states} empty={view.empty} inviting={view.name === 'coming'} />
    </DeskFrame>
  );
}

function List({ states, empty, inviting }: { states: readonly State[]; empty: string; inviting: boolean }) {
  const sessions = useSessions(states);
  if (sessions.isPending) return <Waiting />;
  if (!sessions.data) return <Unreachable error={sessions.error} retry={() => void sessions.refetch()} />;
  if (sessions.data.length === 0) {
    return (
      <div class={styles.empty}>
        <p class={styles.emptyTitle}>{empty}</p>
        {inviting && <p>A title and a time are enough: people get a page to register on, and their own link by e-mail.</p>}
      </div>
    );
  }
  return (
    <>
      {sessions.isError && <Unreachable error={sessions.error} retry={() => void sessions.refetch()} />}
      {GROUPS.map(({ phase, title }) => {
        const inPhase = sessions.data.filter((session) => session.phase === phase);
        return inPhase.length > 0 && (
          <section key={phase} class={styles.group}>
            <h2>{title}</h2>
            <ul>{inPhase.map((session) => <Row key={session.id} session={session} />)}</ul>
          </section>
        );
      })}
    </>
  );
}

function Row({ session }: { session: Session }) {
  const doors = session.phase === 'live' || session.phase === 'ready' || session.phase === 'missed';
  return (
    <li class={styles.row}>
      <div class={styles.words}>
        <a class={styles.title} href={`/desk/sessions/${session.id}`}>{session.title}</a>
        <div class={styles.when}><BothTimes when={session.when} /></div>
      </div>
      {doors
        ? <ButtonLink class={styles.door} look={session.phase === 'missed' ? 'quiet' : 'primary'} href={`/room/${session.slug}`}>{session.phase === 'live' ? 'Join' : 'Open the room'}</ButtonLink>
        : session.phase === 'upcoming' && <p class={styles.distance}>{spellDistance(session.when.startsAt)}</p>}
    </li>
  );
}
