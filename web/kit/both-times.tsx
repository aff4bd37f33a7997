import { words } from '../words/spoken.js';
import { spellTime, viewerZone } from './times.ts';
import styles from './both-times.module.css';

/** When a session is: in the session's zone and, where that differs, in the viewer's own; both named. */
export function BothTimes({ when }: { when: { startsAt: string; endsAt: string; timeZone: string } }) {
  const own = viewerZone();
  const there = spellTime(when.startsAt, when.endsAt, when.timeZone);
  const here = spellTime(when.startsAt, when.endsAt, own);
  const same = own === when.timeZone;
  return (
    <div class={styles.times}>
      <Line time={here} label={same ? words.times.both : words.times.own} strong />
      {!same && <Line time={there} label={words.times.session} />}
    </div>
  );

  function Line({ time, label, strong }: { time: ReturnType<typeof spellTime>; label: string; strong?: boolean }) {
    return (
      <p class={strong ? styles.strong : styles.soft}>
        <span class="unseen">{label}: </span>
        <time dateTime={when.startsAt}>{time.day}, <span class={styles.hours}>{time.hours}</span></time>{' '}
        <span class={styles.zone}>{time.zone}</span>
      </p>
    );
  }
}
