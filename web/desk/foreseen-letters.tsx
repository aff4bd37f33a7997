import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { MANY, spellLocal, useForeseeMore, type Foresight } from './foresight.ts';
import { problemOf } from './refused.ts';
import styles from './foreseen-letters.module.css';

/** So many are shown at first; those whose night it would be stand first in the server's answer. */
const FEW = 5;

/** Who would be told, each with their own clocks: whose night it would be first, the first few at first. */
export function ForeseenLetters({ sessionId, foreseen }: { sessionId: string; foreseen: Foresight }) {
  const [all, setAll] = useState(false);
  const [{ items, next }, setKnown] = useState<Pick<Foresight, 'items' | 'next'>>(foreseen);
  const more = useForeseeMore(sessionId, foreseen.thought);
  const { told, night } = foreseen.counts;
  const shown = all ? items : items.slice(0, FEW);

  function showMore(): void {
    setAll(true);
    if (next !== null && (all || told <= items.length + MANY)) more.mutate(next, { onSuccess: (page) => setKnown({ items: [...items, ...page.items], next: page.next }) });
  }

  return (
    <>
      <ul class={styles.list} tabIndex={0} aria-label={night > 0 ? 'Who is told, those first who would be up at night' : 'Who is told'}>
        {shown.map((one) => (
          <li key={one.registrationId ?? `${one.role} ${one.email}`}>
            <span class={styles.who}>{one.name || one.email}{one.role !== 'attendee' && <span class={styles.soft}> · {one.role}</span>}</span>
            <span class={styles.when}>
              <span>{spellLocal(one.local)}</span> <span class={styles.soft}>{one.timeZone.replaceAll('_', ' ')}</span>
              {' '}
              {one.local.night && <span class={styles.night}>night</span>}
            </span>
          </li>
        ))}
      </ul>
      {(next !== null || shown.length < items.length) && <p><Button look="bare" busy={more.isPending} onClick={showMore}>{told <= items.length + MANY ? `Show all ${told}` : 'Show more'}</Button></p>}
      {more.error && <Notice tone="danger">{problemOf(more.error)?.detail}</Notice>}
    </>
  );
}
