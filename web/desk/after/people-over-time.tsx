import { spellClock } from '../../kit/times.ts';
import { countAt, momentsOf, mostOf, outlineOf, stepsOf } from './presence.ts';
import type { Attendance } from './aftermath.ts';
import styles from './after.module.css';

/** How many were there, as a picture and as a table that says the same. */
export function PeopleOverTime({ attendance, until }: { attendance: Attendance; until: number }) {
  const steps = stepsOf(attendance.people, until);
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last || last.at <= first.at) return null;
  const most = mostOf(steps);
  const peak = steps.find(({ count }) => count === most)!;
  const [moments, ticks] = [momentsOf(first.at, last.at), momentsOf(first.at, last.at, 4)];
  const across = (at: number): string => `${((at - first.at) / (last.at - first.at)) * 100}%`;
  return (
    <section class={styles.part} aria-labelledby="over-time">
      <h2 id="over-time">In the room</h2>
      <figure class={styles.chart}>
        <div class={styles.plot}>
          <p class={styles.top} aria-hidden="true">{most}</p>
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={`People in the room from ${spellClock(first.at)} to ${spellClock(last.at)}: at most ${most}, for the first time at ${spellClock(peak.at)}.`}>
            <path d={outlineOf(steps, first.at, last.at, most)} vector-effect="non-scaling-stroke" />
          </svg>
          <ol class={styles.ticks} aria-hidden="true">
            {ticks.map((at) => <li key={at} style={{ insetInlineStart: across(at) }}>{spellClock(at)}</li>)}
          </ol>
        </div>
        <figcaption>
          <details>
            <summary>The same as a table</summary>
            <table class={styles.moments}>
              <thead><tr><th scope="col">At</th><th scope="col">In the room</th></tr></thead>
              <tbody>{moments.map((at) => <tr key={at}><th scope="row">{spellClock(at)}</th><td>{countAt(steps, at)}</td></tr>)}</tbody>
            </table>
          </details>
        </figcaption>
      </figure>
    </section>
  );
}
