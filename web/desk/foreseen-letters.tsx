import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { spellLocal, useForeseeMore, type Foresight } from './foresight.ts';
import { problemOf } from './refused.ts';
import styles from './foreseen-letters.module.css';

/** Who would be told, each with their own clocks: whose night it would be first, the first few at first. */
export function ForeseenLetters({ sessionId, foreseen }: { sessionId: string; foreseen: Foresight }) {
  const [{ items, next }, setShown] = useState<Pick<Foresight, 'items' | 'next'>>(foreseen);
  const more = useForeseeMore(sessionId, foreseen.thought);
  const { told, night } = foreseen.counts;

  function showMore(): void {
    if (next !== null) more.mutate(next, { onSuccess: (page) => setShown({ items: [...items, ...page.items], next: page.next }) });
  }

  return (
    <>
      <ul class={styles.list} tabIndex={0} aria-label={night > 0 ? 'Who is told, those first who would be up at night' : 'Who is told'}>
        {items.map((one) => (
          <li key={one.registrationId ?? `${one.role} ${one.email}`}>
            <span class={styles.who}>{one.name || one.email}{one.role !== 'attendee' && <span class={styles.soft}> · {one.role}</span>}</span>
            <span class={styles.when}>
              {spellLocal(one.local)} <span class={styles.soft}>{one.timeZone.replaceAll('_', ' ')}</span>
              {one.local.night && <span class={styles.night}>night</span>}
            </span>
          </li>
        ))}
      </ul>
      {next !== null && <p><Button look="bare" busy={more.isPending} onClick={showMore}>{items.length < 20 && told <= 500 ? `Show all ${told}` : 'Show more'}</Button></p>}
      {more.error && <Notice tone="danger">{problemOf(more.error)?.detail}</Notice>}
    </>
  );
}
