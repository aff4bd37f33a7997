import { useQuery } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { api } from '../../client/api.ts';
import { Button } from '../kit/button.tsx';
import { Tick } from '../kit/field.tsx';
import { spellMoment } from '../kit/times.ts';
import { DecideDialog, type Verb } from './decide.tsx';
import { dataOf } from './refused.ts';
import { spellAnswer } from './registrant-words.ts';
import type { Registrant } from './registrants.ts';
import type { FormField } from './sessions.ts';
import styles from './undecided.module.css';

/** As many as are decided about at once. */
const MOST = 500;
const FRESH_MS = 10_000;

function useUndecided(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['sessions', id, 'registrations', 'pending'],
    enabled,
    refetchInterval: FRESH_MS,
    queryFn: () => dataOf(api.GET('/api/sessions/{id}/registrations', { params: { path: { id }, query: { status: 'pending', limit: MOST } } })),
  });
}

/** Who waits for the organizer's word: said to one, to some, or to all of them. */
export function Undecided({ sessionId, fields, over }: { sessionId: string; fields: FormField[]; over?: boolean | undefined }) {
  const undecided = useUndecided(sessionId, !over);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<{ verb: Verb; people: Registrant[] }>();
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const people = undecided.data?.items ?? [];
  const chosen = people.filter(({ id }) => ticked.has(id));
  const meant = chosen.length > 0 ? chosen : people;
  const many = chosen.length > 0 ? `${chosen.length} chosen` : people.length === 1 ? 'this one' : `all ${people.length}`;
  if (over || (people.length === 0 && !said)) return null;

  const ask = (verb: Verb, whom: Registrant[]): void => setAsking({ verb, people: whom });
  const tick = (id: string, on: boolean): void => setTicked(new Set([...ticked].filter((one) => one !== id).concat(on ? [id] : [])));
  function done(what: string): void {
    setAsking(undefined);
    setTicked(new Set());
    setSaid(what);
    // The buttons that were pressed are gone with the people.
    requestAnimationFrame(() => heading.current?.focus());
  }

  return (
    <section class={styles.undecided} aria-labelledby="undecided">
      <h2 id="undecided" ref={heading} tabIndex={-1}>{people.length === 0 ? 'Nobody waits for your answer' : people.length === 1 ? 'One waits for your answer' : `${undecided.data?.total ?? people.length} wait for your answer`}</h2>
      <p role="status" class={styles.said}>{said}</p>
      {people.length > 0 && (
        <>
          <ul class={styles.list}>
            {people.map((person) => (
              <li key={person.id}>
                <Tick checked={ticked.has(person.id)} onChange={(on) => tick(person.id, on)} label={<b>{person.name}</b>}
                  help={<>{person.email} · {spellMoment(person.registeredAt)}{fields.map(({ key, label }) => person.answers[key] !== undefined && <span key={key} class={styles.answer}>{label}: {spellAnswer(person.answers[key])}</span>)}</>} />
                <div class={styles.buttons}>
                  <Button aria-label={`Approve ${person.name}`} onClick={() => ask('approve', [person])}>Approve</Button>
                  <Button look="bare" aria-label={`Deny ${person.name}`} onClick={() => ask('deny', [person])}>Deny</Button>
                </div>
              </li>
            ))}
          </ul>
          {people.length > 1 && (
            <div class={styles.buttons}>
              <Button look="primary" onClick={() => ask('approve', meant)}>Approve {many}</Button>
              <Button look="bare" onClick={() => ask('deny', meant)}>Deny {many}</Button>
            </div>
          )}
        </>
      )}
      {asking && <DecideDialog sessionId={sessionId} verb={asking.verb} people={asking.people} onClose={() => setAsking(undefined)} onDone={done} />}
    </section>
  );
}
