import { useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { spellMoment } from '../../kit/times.ts';
import { DeskFrame, Unreachable, Waiting } from '../desk-frame.tsx';
import { usePageTitle } from '../page-title.ts';
import { problemOf } from '../refused.ts';
import { DEED_DONE, DeedDialog } from '../registrant-deed.tsx';
import { useRegistrantDeed } from '../registrants.ts';
import { useSession } from '../sessions.ts';
import { answerOf, lineOfStory, useStory, type Side, type Story } from './story.ts';
import styles from './after.module.css';

/** Why was she not in? One registrant's story, from the registering to the leaving. */
export function StoryPage() {
  const { id = '', registrationId = '' } = useRoute().params;
  return <DeskFrame><Loaded id={id} registrationId={registrationId} key={registrationId} /></DeskFrame>;
}

function Loaded({ id, registrationId }: { id: string; registrationId: string }) {
  const [session, story] = [useSession(id), useStory(id, registrationId)];
  usePageTitle(story.data ? `What became of ${story.data.name}` : 'One registrant');
  if (!story.data) return story.isError ? <Unreachable error={story.error} retry={() => void story.refetch()} /> : <Waiting />;
  return (
    <>
      <p><a class={styles.back} href={`/desk/sessions/${id}`}><span aria-hidden="true">←</span> {session.data?.title ?? 'Session'}</a></p>
      <header class={styles.head}>
        <h1>{story.data.name}</h1>
        <p class={styles.soft}>{story.data.email}</p>
        <p class={styles.verdict}>{answerOf(story.data)}</p>
        {session.data && !OVER.includes(session.data.phase) && <LinkDeed id={id} story={story.data} />}
      </header>
      <Lines story={story.data} />
    </>
  );
}

const OVER: readonly string[] = ['ended', 'cancelled', 'missed'];

/** Taking the link back, and giving it back. */
function LinkDeed({ id, story: { registrationId, name, status } }: { id: string; story: Story }) {
  const deed = useRegistrantDeed(id);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  function act(what: 'revoke' | 'restore'): void {
    if (deed.isPending) return;
    deed.mutate({ deed: what, registrant: { id: registrationId } }, {
      onSuccess: () => {
        setAsking(false);
        setSaid(DEED_DONE[what](name));
      },
    });
  }
  function close(): void {
    deed.reset();
    setAsking(false);
  }
  return (
    <>
      {status === 'confirmed' && <p><Button look="danger" onClick={() => setAsking(true)}>Revoke the link</Button></p>}
      {status === 'revoked' && <p><Button busy={deed.isPending} onClick={() => act('restore')}>Restore the link</Button></p>}
      <p role="status">{said}</p>
      {deed.error && !asking ? <Notice tone="danger">{problemOf(deed.error)?.detail}</Notice> : null}
      {asking && <DeedDialog deed="revoke" name={name} doing={deed} onClose={close} onYes={() => act('revoke')} />}
    </>
  );
}

const SIDES: Record<Side, string | undefined> = { they: styles.they, mail: styles.mail, house: styles.house };

function Lines({ story: { events } }: { story: Story }) {
  return (
    <section class={styles.part} aria-labelledby="story">
      <h2 id="story">What happened</h2>
      <ol class={styles.story}>
        {events.map((event, n) => {
          const { words, more, side } = lineOfStory(event);
          return (
            <li key={`${event.at} ${n}`} class={SIDES[side]}>
              <time dateTime={event.at}>{spellMoment(event.at)}</time>
              <div>
                <p>{words}</p>
                {more && <p class={styles.soft}>{more}</p>}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
