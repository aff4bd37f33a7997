import { useEffect, useState } from 'preact/hooks';
import { useStore } from '../../attendee/store.ts';
import { Tick } from '../../kit/field.tsx';
import { words } from '../../words/spoken.js';
import type { RoomState } from '../room-state.ts';
import { QuestionCard } from './question-card.tsx';
import styles from './questions.module.css';
import type { Talk } from './talk.ts';
import { questionsByStatus } from './talk-state.ts';
import { useAsking } from './use-asking.ts';

/** What people want to know: the open questions with the most votes first, then what was answered. Hosts and speakers settle them. */
export function Questions({ talk, room }: { talk: Talk; room: RoomState }) {
  const questions = useStore(talk.store, (state) => state.questions);
  const ready = useStore(talk.store, (state) => state.ready);
  const { open, answered, dismissed } = questionsByStatus(questions);
  const { you, session } = room;
  const card = { talk, you, named: you.role !== 'attendee' || session.theme !== 'webinar' };
  return (
    <div class={styles.questions}>
      {you.role === 'host' && <Rules talk={talk} />}
      {ready && questions.every(({ text }) => text === '') && <p class={styles.nothing}>{you.role === 'attendee' ? words.questions.nothing : words.questions.nothingYet}</p>}
      <ul class={styles.list}>{open.map((one) => <QuestionCard key={one.id} question={one} {...card} />)}</ul>
      {answered.length > 0 && (
        <section aria-labelledby="questions-answered">
          <h3 id="questions-answered">{words.questions.answered}</h3>
          <ul class={styles.list}>{answered.map((one) => <QuestionCard key={one.id} question={one} {...card} />)}</ul>
        </section>
      )}
      {dismissed.length > 0 && (
        <section aria-labelledby="questions-dismissed">
          <h3 id="questions-dismissed">{words.questions.dismissed}</h3>
          <ul class={styles.list}>{dismissed.map((one) => <QuestionCard key={one.id} question={one} {...card} />)}</ul>
        </section>
      )}
    </div>
  );
}

function Rules({ talk }: { talk: Talk }) {
  const anonymous = useStore(talk.store, (state) => state.anonymousQuestions);
  const { trouble, ask } = useAsking(talk);
  // As pressed, until the server has said how it is.
  const [pressed, press] = useState<boolean | null>(null);
  useEffect(() => press(null), [anonymous]);

  async function turn(wanted: boolean) {
    press(wanted);
    if (!(await ask({ type: 'question-rules', anonymous: wanted }))) press(null);
  }

  return (
    <div class={styles.rules}>
      <Tick label={words.questions.allowAnonymous} checked={pressed ?? anonymous} onChange={(wanted) => void turn(wanted)} />
      <p class={trouble ? styles.trouble : 'unseen'} role="alert">{trouble}</p>
    </div>
  );
}
