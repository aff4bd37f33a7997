import { useState } from 'preact/hooks';
import type { Question } from '../../../client/protocol.ts';
import { Icon } from '../../attendee/icons.tsx';
import { Button } from '../../kit/button.tsx';
import { AreaField } from '../../kit/field.tsx';
import { words } from '../../words/spoken.js';
import type { RoomState } from '../room-state.ts';
import { LinkedText } from './linked-text.tsx';
import styles from './questions.module.css';
import type { Talk } from './talk.ts';
import { useAsking } from './use-asking.ts';

const MOST = 600;

interface CardProps {
  question: Question;
  talk: Talk;
  you: RoomState['you'];
  /** Who looks may know who asks, where it was not asked without a name. */
  named: boolean;
}

/** One question: who asks, how many want to know it too, and what became of it. */
export function QuestionCard({ question, talk, you, named }: CardProps) {
  const { id, text, name, votes, status, answer, mine, voted } = question;
  const { trouble, busy, ask } = useAsking(talk);
  const [writing, setWriting] = useState(false);
  const open = status === 'open';
  const by = [mine && words.questions.mine, name ?? (named && !mine && words.questions.noName)].filter(Boolean).join(' · ');

  return (
    <li class={styles.card} data-status={status}>
      <button type="button" class={styles.votes} aria-pressed={voted ?? false} disabled={!open} aria-label={words.questions.vote(votes, text)} onClick={() => void vote()}>
        <Icon name="up" size={16} /> <span>{votes}</span>
      </button>
      <div class={styles.words}>
        {by && <p class={styles.by}>{by}</p>}
        <p class={styles.text}><LinkedText text={text} /></p>
        {answer && <p class={styles.answer}><span class="unseen">{words.questions.answer}: </span><LinkedText text={answer} /></p>}
        {you.role !== 'attendee' && !writing && (
          <p class={styles.deeds}>
            {open ? <>
              <Button look="bare" busy={busy} aria-label={words.talk.of(words.questions.markAnswered, text)} onClick={() => void settle('answered')}>{words.questions.markAnswered}</Button>
              <Button look="bare" aria-label={words.talk.of(words.questions.write, text)} onClick={() => setWriting(true)}>{words.questions.write}</Button>
              <Button look="bare" aria-label={words.talk.of(words.questions.dismiss, text)} onClick={() => void settle('dismissed')}>{words.questions.dismiss}</Button>
            </> : <Button look="bare" aria-label={words.talk.of(words.questions.reopen, text)} onClick={() => void settle('open')}>{words.questions.reopen}</Button>}
          </p>
        )}
        {writing && <Reply busy={busy} onClose={() => setWriting(false)} onReply={(reply) => settle('answered', reply)} />}
        <p class={trouble ? styles.trouble : 'unseen'} role="alert">{trouble}</p>
      </div>
    </li>
  );

  async function settle(to: Question['status'], reply?: string) {
    if (!(await ask({ type: 'settle', question: id, status: to, ...(reply && { answer: reply }) }))) return;
    setWriting(false);
    // It goes to another list, and the button with it: the focus stays in the panel.
    document.getElementById('talk-body')?.focus();
  }

  async function vote() {
    if (await ask({ type: 'vote', question: id, vote: !voted })) talk.voted(id, !voted);
  }
}

function Reply({ busy, onClose, onReply }: { busy: boolean; onClose: () => void; onReply: (text: string) => Promise<void> }) {
  const [text, setText] = useState('');
  return (
    <form class={styles.ask} onSubmit={(event) => { event.preventDefault(); if (text.trim()) void onReply(text.trim()); }}>
      <AreaField label={words.questions.answer} rows={2} maxLength={MOST} value={text} autofocus onInput={(event) => setText(event.currentTarget.value)} />
      <p class={styles.deeds}>
        <Button type="submit" look="primary" busy={busy}>{words.questions.publish}</Button>
        <Button onClick={onClose}>{words.questions.notNow}</Button>
      </p>
    </form>
  );
}
