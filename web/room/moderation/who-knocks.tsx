import { Button } from '../../kit/button.tsx';
import { words } from '../../words/spoken.js';
import type { RoomState } from '../room-state.ts';
import type { Visit } from '../visit.ts';
import { useDeciding } from './decide.ts';
import styles from './moderation.module.css';

/** In the list, above those who are in: who asks to come in, in the order in which they came. */
export function WhoKnocks({ visit, room, onGone }: { visit: Visit; room: RoomState; onGone: () => void }) {
  const { knocking = [], knocks = knocking.length } = room.moderation;
  const { busy, told, trouble, decide } = useDeciding(visit);

  async function answer(request: Parameters<typeof decide>[0], said: string) {
    if (await decide(request, said)) onGone();
  }

  return (
    <>
      <p class="unseen" role="status">{told}</p>
      {knocks > 0 && (
        <section class={styles.door} aria-labelledby="knocking-title">
          <h3 id="knocking-title">{words.moderation.knocking}</h3>
          <ul class={styles.found}>
            {knocking.map(({ seatId, name, removed }) => (
              <li key={seatId} class={styles.knock}>
                <span class={styles.name}>{name} {removed && <span class={styles.soft}>{words.moderation.wasRemoved}</span>}</span>
                <span class={styles.answers}>
                  <Button look="bare" aria-label={`${words.moderation.deny}: ${name}`} busy={busy} onClick={() => void answer({ type: 'deny', seatId }, words.moderation.isDenied(name))}>{words.moderation.deny}</Button>
                  <Button aria-label={`${words.moderation.letIn}: ${name}`} busy={busy} onClick={() => void answer({ type: 'admit', seatId }, words.moderation.isIn(name))}>{words.moderation.letIn}</Button>
                </span>
              </li>
            ))}
          </ul>
          {knocks > knocking.length && <p class={styles.soft}>{words.moderation.manyKnock(knocks)}</p>}
          {knocks > 1 && <Button look="primary" busy={busy} onClick={() => void answer({ type: 'admit' }, words.moderation.allIn)}>{words.moderation.letAllIn}</Button>}
          {trouble && <p class={styles.trouble} role="alert">{trouble}</p>}
        </section>
      )}
    </>
  );
}
