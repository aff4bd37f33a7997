import { Icon } from '../attendee/icons.tsx';
import { words } from '../words/spoken.js';
import { Panel } from './panel/panel.tsx';
import type { RoomState } from './room-state.ts';
import styles from './room.module.css';

/** Who is here, in words: hosts first, then in the order in which they came. */
export function PeopleList({ room, onClose }: { room: RoomState; onClose: () => void }) {
  const order = ['host', 'speaker', 'attendee'];
  const people = room.people.toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
  return (
    <Panel id="people" title={words.people.name} onClose={onClose}>
      <ul class={styles.list}>
        {people.map((one) => (
          <li key={one.seatId}>
            <span class={styles.who}>{one.seatId === room.you.seatId ? words.stage.you(one.name) : one.name}</span>
            {one.role !== 'attendee' && <span class={styles.soft}>{words.people[one.role]}</span>}
            {one.onStage && !one.microphone && <span title={words.stage.muted}><Icon name="microphone-off" size={16} /><span class="unseen">{words.stage.muted}</span></span>}
          </li>
        ))}
      </ul>
      {!room.people.some((one) => one.seatId === room.you.seatId) && <p class={styles.soft}>{words.people.notListed}</p>}
      {room.you.place === 'room' && !!room.waiting && <p class={styles.soft}>{words.people.watching(room.waiting)}</p>}
    </Panel>
  );
}
