import type { ComponentChildren } from 'preact';
import { ButtonLink } from '../../kit/button.tsx';
import { spellClock } from '../../kit/times.ts';
import { tableAddress, useChat, usePolls, useQuestions, type Poll } from './aftermath.ts';
import styles from './after.module.css';

const STATES = { open: 'not answered', answered: 'answered', dismissed: 'dismissed' } as const;

interface PartProps { sessionId: string; part: 'questions' | 'polls' | 'chat'; title: string; count: number | undefined; children: ComponentChildren }

/** One kind of what was said. Nothing where there was none of it. */
function Part({ sessionId, part, title, count, children }: PartProps) {
  if (!count) return null;
  return (
    <section class={styles.part} aria-labelledby={part}>
      <div class={styles.partHead}>
        <h2 id={part}>{title} <span class={styles.count}>{count}</span></h2>
        <ButtonLink href={tableAddress(sessionId, part)} download={`${part}.csv`}>Export as CSV</ButtonLink>
      </div>
      {children}
    </section>
  );
}

/** The questions, polls and chat of a session that is over. */
export function WhatWasSaid({ sessionId }: { sessionId: string }) {
  const [questions, polls, chat] = [useQuestions(sessionId).data, usePolls(sessionId).data, useChat(sessionId).data];
  return (
    <>
      <Part sessionId={sessionId} part="questions" title="Questions" count={questions?.length}>
        <ul class={styles.said}>
          {questions?.toSorted((a, b) => b.votes - a.votes).map(({ askedAt, name, text, votes, status, answer }) => (
            <li key={`${askedAt} ${text}`}>
              <p>{text}</p>
              {answer && <p class={styles.answer}>{answer}</p>}
              <p class={styles.soft}>{name ?? 'Without a name'} · {votes === 1 ? 'one vote' : `${votes} votes`} · {STATES[status]}</p>
            </li>
          ))}
        </ul>
      </Part>
      <Part sessionId={sessionId} part="polls" title="Polls" count={polls?.length}>
        {polls?.map((poll) => <PollResult key={poll.id} poll={poll} />)}
      </Part>
      <Part sessionId={sessionId} part="chat" title="Chat" count={chat?.length}>
        <details>
          <summary>Read it</summary>
          <ol class={styles.said}>
            {chat?.map(({ saidAt, name, text, to }) => (
              <li key={`${saidAt} ${text}`}>
                <p class={styles.soft}>{name || 'Somebody'} · {spellClock(Date.parse(saidAt))}{to !== 'everyone' && ' · to hosts only'}</p>
                <p class={styles.words}>{text}</p>
              </li>
            ))}
          </ol>
        </details>
      </Part>
    </>
  );
}

function PollResult({ poll: { question, options, ballots, multiple } }: { poll: Poll }) {
  return (
    <table class={styles.poll}>
      <caption>{question} <span class={styles.soft}>{ballots === 1 ? 'One took part' : `${ballots} took part`}{multiple && ', several answers each'}</span></caption>
      <tbody>
        {options.map(({ text, count }) => (
          <tr key={text}>
            <th scope="row">{text}</th>
            <td><span class={styles.bar} style={{ inlineSize: `${ballots ? (count / ballots) * 100 : 0}%` }} aria-hidden="true" /><span>{count}</span></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
