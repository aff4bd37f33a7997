import { useStore } from '../../attendee/store.ts';
import { Button } from '../../kit/button.tsx';
import { words } from '../../words/spoken.js';
import styles from './polls.module.css';
import type { Talk } from './talk.ts';
import { pollThatWaits } from './talk-state.ts';

/** A poll is open and waits for this person: said where they look, until they voted or closed it. */
export function PollNotice({ talk, host, open, onVote }: { talk: Talk; host: boolean; open: boolean; onVote: () => void }) {
  const part = useStore(talk.part);
  const waiting = useStore(talk.store, ({ polls }) => (host ? undefined : pollThatWaits(polls)));
  const poll = open && part === 'polls' ? undefined : waiting;

  function vote() {
    talk.part.set('polls');
    onVote();
  }

  return (
    <div class={poll ? styles.notice : 'unseen'} role="status">
      {poll && <>
        <p><strong>{words.polls.one}</strong> {poll.question}</p>
        <Button look="primary" onClick={vote}>{words.polls.toIt}</Button>
      </>}
    </div>
  );
}
