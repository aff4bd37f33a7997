import { useRef, useState } from 'preact/hooks';
import { useStore } from '../../attendee/store.ts';
import { Button } from '../../kit/button.tsx';
import { AreaField, Tick } from '../../kit/field.tsx';
import { words } from '../../words/spoken.js';
import styles from './questions.module.css';
import type { Talk } from './talk.ts';
import { useAsking } from './use-asking.ts';

const MOST = 300;

/** Somewhere to ask. What was written stays until the server has it: sent once more under the same id, it is there once. */
export function AskForm({ talk, webinar }: { talk: Talk; webinar: boolean }) {
  const mayHide = useStore(talk.store, (state) => state.anonymousQuestions);
  const [text, setText] = useState('');
  const [anonymous, setAnonymous] = useState(false);
  const id = useRef<string | undefined>(undefined);
  const { trouble, busy, ask } = useAsking(talk);

  async function send(event: Event) {
    event.preventDefault();
    if (text.trim() === '' || busy) return;
    id.current ??= crypto.randomUUID();
    if (!(await ask({ type: 'ask', question: id.current, text: text.trim(), anonymous: anonymous && mayHide }))) return;
    id.current = undefined;
    setText('');
  }

  return (
    <form class={styles.ask} onSubmit={(event) => void send(event)}>
      <AreaField label={words.questions.yours} help={webinar ? words.questions.whoReads : undefined} rows={2} maxLength={MOST} value={text} error={trouble} onInput={(event) => setText(event.currentTarget.value)} />
      {mayHide && <Tick label={words.questions.withoutName} checked={anonymous} onChange={setAnonymous} />}
      <Button type="submit" look="primary" busy={busy}>{words.questions.ask}</Button>
    </form>
  );
}
