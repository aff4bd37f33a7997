import { useRoute } from 'preact-iso';
import { spellMoment } from '../../kit/times.ts';
import { DeskFrame, Unreachable, Waiting } from '../desk-frame.tsx';
import { usePageTitle } from '../page-title.ts';
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
      </header>
      <Lines story={story.data} />
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
