import { useStore } from '../../attendee/store.ts';
import type { RoomState } from '../room-state.ts';
import styles from './floating.module.css';
import type { Talk } from './talk.ts';

/** Beyond this many people, reactions are seen and no longer spoken. */
const SMALL = 12;

/** Reactions rise over the stage and are gone; for who wants no motion they stand for a moment. */
export function Floating({ talk, room }: { talk: Talk; room: RoomState }) {
  const reactions = useStore(talk.reactions);
  const nameOf = (seatId: string | null) => room.people.find((one) => one.seatId === seatId)?.name ?? '';
  const last = reactions.at(-1);
  return (
    <>
      <ul class={styles.floating} aria-hidden="true">
        {reactions.map(({ key, emoji, seatId, count }) => (
          <li key={key} style={{ '--at': key % 5 }}>
            <span class={styles.emoji}>{emoji}</span>
            {(nameOf(seatId) || count > 1) && <span class={styles.by}>{[nameOf(seatId), count > 1 && `× ${count}`].filter(Boolean).join(' ')}</span>}
          </li>
        ))}
      </ul>
      <p class="unseen" role="status">{last && last.seatId !== room.you.seatId && room.people.length <= SMALL ? `${nameOf(last.seatId)} ${last.emoji}` : ''}</p>
    </>
  );
}
