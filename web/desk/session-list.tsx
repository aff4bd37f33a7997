import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { BothTimes } from '../kit/both-times.tsx';
import { Button, ButtonLink } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import { spellDistance } from '../kit/times.ts';
import { DeskFrame, Unreachable, Waiting } from './desk-frame.tsx';
import { DuplicateSession } from './duplicate-session.tsx';
import { usePageTitle } from './page-title.ts';
import { useSessions, type Phase, type Session, type Sought, type State } from './sessions.ts';
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

/** So many are seen at a glance: nobody needs to search them. */
const FEW = 5;
const TYPED_MS = 250;

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
  const [sought, setSought] = useState<Sought>({});
  const [copied, setCopied] = useState<Session>();
  const sessions = useSessions(states, sought);
  const searching = Object.keys(sought).length > 0;
  if (sessions.isPending) return <Waiting />;
  if (!sessions.data) return <Unreachable error={sessions.error} retry={() => void sessions.refetch()} />;
  if (sessions.data.length === 0 && !searching) {
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
      {(searching || sessions.data.length > FEW) && <Search onChange={setSought} />}
      <p class={styles.found} role="status">{searching && !sessions.isPlaceholderData && (sessions.data.length === 0 ? 'Nothing is found.' : sessions.hasNextPage ? `More than ${sessions.data.length} are found.` : sessions.data.length === 1 ? 'One is found.' : `${sessions.data.length} are found.`)}</p>
      {GROUPS.map(({ phase, title }) => {
        const inPhase = sessions.data.filter((session) => session.phase === phase);
        return inPhase.length > 0 && (
          <section key={phase} class={styles.group}>
            <h2>{title}</h2>
            <ul>{inPhase.map((session) => <Row key={session.id} session={session} onDuplicate={() => setCopied(session)} />)}</ul>
          </section>
        );
      })}
      {sessions.hasNextPage && <p><Button busy={sessions.isFetchingNextPage} onClick={() => void sessions.fetchNextPage()}>Show more</Button></p>}
      {copied && <DuplicateSession session={copied} onClose={() => setCopied(undefined)} />}
    </>
  );
}

/** By words of the title and by day. It stays while it is in use, be it that nothing is found. */
function Search({ onChange }: { onChange: (sought: Sought) => void }) {
  const [{ words, from, to }, setTyped] = useState({ words: '', from: '', to: '' });
  useEffect(() => {
    const pause = setTimeout(() => onChange({ ...(words.trim() && { search: words.trim() }), ...(from && { from }), ...(to && { to }) }), TYPED_MS);
    return () => clearTimeout(pause);
  }, [words, from, to]);
  return (
    <div class={styles.tools} role="search" aria-label="Sessions">
      <TextField label="Search" type="search" placeholder="Title" autocomplete="off" spellcheck={false} maxLength={200} value={words} onInput={(event) => setTyped({ words: event.currentTarget.value, from, to })} />
      <TextField label="From" type="date" value={from} onInput={(event) => setTyped({ words, from: event.currentTarget.value, to })} />
      <TextField label="Until" type="date" value={to} onInput={(event) => setTyped({ words, from, to: event.currentTarget.value })} />
    </div>
  );
}

function Row({ session, onDuplicate }: { session: Session; onDuplicate: () => void }) {
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
      <Button class={styles.door} look="bare" aria-label={`Duplicate ${session.title}`} onClick={onDuplicate}>Duplicate</Button>
    </li>
  );
}
