import { useRoute } from 'preact-iso';
import { ButtonLink } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { spellDuration, spellMoment, spellShare } from '../../kit/times.ts';
import { DeskFrame, Unreachable, Waiting } from '../desk-frame.tsx';
import { MailTrouble } from '../mail-trouble.tsx';
import { usePageTitle } from '../page-title.ts';
import { useSession, type Session } from '../sessions.ts';
import { useAttendance, type Attendance } from './aftermath.ts';
import { ClosingWords } from './closing-words.tsx';
import { PeopleOverTime } from './people-over-time.tsx';
import { mostOf, stepsOf } from './presence.ts';
import { Recordings } from './recordings.tsx';
import { WhatWasSaid } from './what-was-said.tsx';
import { WhoCame } from './who-came.tsx';
import styles from './after.module.css';

/** What became of a session: who came, what was said, which mails did not arrive. */
export function AfterPage() {
  const { id = '' } = useRoute().params;
  return <DeskFrame><Loaded id={id} key={id} /></DeskFrame>;
}

function Loaded({ id }: { id: string }) {
  const [session, attendance] = [useSession(id), useAttendance(id)];
  usePageTitle(session.data ? `After ${session.data.title}` : 'After');
  if (session.data && attendance.data) return <Shown session={session.data} attendance={attendance.data} />;
  const failed = session.isError ? session : attendance.isError ? attendance : null;
  return failed ? <Unreachable error={failed.error} retry={() => void failed.refetch()} /> : <Waiting />;
}

function Shown({ session, attendance }: { session: Session; attendance: Attendance }) {
  const { startedAt, endedAt } = attendance;
  const until = endedAt ? Date.parse(endedAt) : Date.now();
  return (
    <>
      <p><a class={styles.back} href={`/desk/sessions/${session.id}`}><span aria-hidden="true">←</span> {session.title}</a></p>
      <header class={styles.head}>
        <h1>After</h1>
        {startedAt && endedAt && <p class={styles.soft}>{spellMoment(startedAt)}, for {spellDuration((Date.parse(endedAt) - Date.parse(startedAt)) / 1000)}.</p>}
      </header>
      {!startedAt && <Notice action={<ButtonLink href={`/desk/sessions/${session.id}`}>To the session</ButtonLink>}>It has not taken place: there is nothing to tell yet.</Notice>}
      {startedAt && <Figures attendance={attendance} until={until} />}
      <MailTrouble sessionId={session.id} />
      {startedAt && <PeopleOverTime attendance={attendance} until={until} />}
      {startedAt && <WhoCame sessionId={session.id} attendance={attendance} />}
      {startedAt && <Recordings sessionId={session.id} />}
      {session.status === 'ended' && <ClosingWords session={session} />}
      {startedAt && <WhatWasSaid sessionId={session.id} />}
    </>
  );
}

/** What people ask first. */
function Figures({ attendance: { people, registrants: { registered, came, share } }, until }: { attendance: Attendance; until: number }) {
  const inside = people.filter(({ stays }) => stays.length > 0);
  const audience = inside.filter(({ role }) => role === 'attendee');
  const average = audience.reduce((sum, { seconds }) => sum + seconds, 0) / Math.max(1, audience.length);
  return (
    <dl class={styles.figures}>
      <div><dt>{audience.length === 1 ? 'person came' : 'people came'}</dt><dd>{audience.length}</dd></div>
      {share !== null && <div><dt>{came} of {registered} who registered</dt><dd>{spellShare(share)}</dd></div>}
      <div><dt>at most at once, with the hosts</dt><dd>{mostOf(stepsOf(people, until))}</dd></div>
      {audience.length > 0 && <div><dt>stayed on average</dt><dd>{spellDuration(average)}</dd></div>}
    </dl>
  );
}
