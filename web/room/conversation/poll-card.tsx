import { useState } from 'preact/hooks';
import type { Poll, TalkRequest } from '../../../client/protocol.ts';
import { Button } from '../../kit/button.tsx';
import { Tick } from '../../kit/field.tsx';
import { words } from '../../words/spoken.js';
import styles from './polls.module.css';
import type { Talk } from './talk.ts';
import { useAsking } from './use-asking.ts';

interface CardProps {
  poll: Poll;
  talk: Talk;
  host: boolean;
  /** The doors are open: before, nobody is there who could vote. */
  live: boolean;
}

/** One poll: its answers to choose from, or what came out; and for hosts, what to do with it. */
export function PollCard({ poll, talk, host, live }: CardProps) {
  const { id, question, status, counts, yours } = poll;
  const [again, setAgain] = useState(false);
  const votes = status === 'open' && (again || !yours?.length) && !host;
  return (
    <section class={styles.card} data-status={status} aria-labelledby={`poll-${id}`}>
      <p class={styles.status}>{words.polls.status[status === 'dropped' ? 'closed' : status]}</p>
      <h3 id={`poll-${id}`}>{question}</h3>
      {votes ? <Ballot poll={poll} talk={talk} onCast={() => setAgain(false)} /> : counts ? <Results poll={poll} counts={counts} /> : <Answers poll={poll} />}
      {status === 'open' && !host && !votes && <p class={styles.deeds}><span role="status">{words.polls.thanks}</span> <Button look="bare" onClick={() => setAgain(true)}>{words.polls.change}</Button></p>}
      {host && <Deeds poll={poll} talk={talk} live={live} />}
    </section>
  );
}

function Ballot({ poll: { id, options, multiple, yours }, talk, onCast }: { poll: Poll; talk: Talk; onCast: () => void }) {
  const [choices, choose] = useState<readonly number[]>(yours ?? []);
  const { trouble, busy, ask } = useAsking(talk);

  function turn(at: number, on: boolean) {
    const others = multiple ? choices.filter((one) => one !== at) : [];
    choose(on ? [...others, at].sort((a, b) => a - b) : others);
  }

  async function cast(event: Event) {
    event.preventDefault();
    if (choices.length === 0 || !(await ask({ type: 'cast', poll: id, choices: [...choices] }))) return;
    talk.chose(id, [...choices]);
    onCast();
  }

  return (
    <form onSubmit={(event) => void cast(event)}>
      <fieldset aria-labelledby={`poll-${id}`}>
        {multiple && <p class={styles.soft}>{words.polls.several}</p>}
        {options.map((option, at) => <Tick key={at} type={multiple ? 'checkbox' : 'radio'} name={`poll-${id}`} label={option} checked={choices.includes(at)} onChange={(on) => turn(at, on)} />)}
      </fieldset>
      <p class={trouble ? styles.trouble : 'unseen'} role="alert">{trouble}</p>
      <Button type="submit" look="primary" busy={busy} disabled={choices.length === 0}>{words.polls.vote}</Button>
    </form>
  );
}

/** What came out, as it stands: a bar for each answer, and the figures in words. */
function Results({ poll: { options, ballots, yours }, counts }: { poll: Poll; counts: number[] }) {
  const all = Math.max(ballots ?? 0, 1);
  return (
    <>
      <ul class={styles.results}>
        {options.map((option, at) => (
          <li key={at}>
            <p class={styles.result}><span>{option}{yours?.includes(at) && <span class={styles.soft}> · {words.polls.yours}</span>}</span> <span class={styles.figures}>{words.polls.share(counts[at] ?? 0, (counts[at] ?? 0) / all)}</span></p>
            <span class={styles.bar} style={{ '--part': (counts[at] ?? 0) / all }} />
          </li>
        ))}
      </ul>
      <p class={styles.soft}>{words.polls.ballots(ballots ?? 0)}</p>
    </>
  );
}

function Answers({ poll: { options, yours } }: { poll: Poll }) {
  return <ul class={styles.answers}>{options.map((option, at) => <li key={at}>{option}{yours?.includes(at) && <span class={styles.soft}> · {words.polls.yours}</span>}</li>)}</ul>;
}

function Deeds({ poll: { id, question, status, shared }, talk, live }: { poll: Poll; talk: Talk; live: boolean }) {
  const { trouble, busy, ask } = useAsking(talk);
  const deed = (label: string, request: TalkRequest, look: 'quiet' | 'primary' | 'bare' = 'quiet') =>
    <Button look={look} busy={busy} aria-label={words.talk.of(label, question)} onClick={() => void ask(request)}>{label}</Button>;
  return (
    <>
      <p class={styles.deeds}>
        {status === 'draft' && live && deed(words.polls.open, { type: 'turn-poll', poll: id, status: 'open' }, 'primary')}
        {status === 'draft' && deed(words.polls.drop, { type: 'turn-poll', poll: id, status: 'dropped' }, 'bare')}
        {status === 'open' && deed(words.polls.close, { type: 'turn-poll', poll: id, status: 'closed' })}
        {status === 'closed' && live && deed(words.polls.openAgain, { type: 'turn-poll', poll: id, status: 'open' }, 'bare')}
        {(status === 'open' || status === 'closed') && deed(shared ? words.polls.hide : words.polls.show, { type: 'share-poll', poll: id, shared: !shared }, status === 'closed' && !shared ? 'primary' : 'quiet')}
      </p>
      {status === 'draft' && !live && <p class={styles.soft}>{words.polls.opensLater}</p>}
      {shared && <p class={styles.soft}>{words.polls.everyoneSees}</p>}
      <p class={trouble ? styles.trouble : 'unseen'} role="alert">{trouble}</p>
    </>
  );
}
