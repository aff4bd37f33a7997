import { useState } from 'preact/hooks';
import { useStore } from '../../attendee/store.ts';
import { Button } from '../../kit/button.tsx';
import { words } from '../../words/spoken.js';
import type { RoomState } from '../room-state.ts';
import { PollCard } from './poll-card.tsx';
import { PollForm } from './poll-form.tsx';
import styles from './polls.module.css';
import type { Talk } from './talk.ts';
import { pollsInOrder } from './talk-state.ts';

/** What hosts ask everyone, the open ones first; hosts make, open and close them here. */
export function Polls({ talk, room }: { talk: Talk; room: RoomState }) {
  const polls = pollsInOrder(useStore(talk.store, (state) => state.polls));
  const ready = useStore(talk.store, (state) => state.ready);
  const [making, setMaking] = useState(false);
  const host = room.you.role === 'host';
  return (
    <div class={styles.polls}>
      {host && !making && <div><Button look={polls.length === 0 ? 'primary' : 'quiet'} onClick={() => setMaking(true)}>{words.polls.make}</Button></div>}
      {making && <PollForm talk={talk} live={room.you.place === 'room'} onClose={() => setMaking(false)} />}
      {ready && polls.length === 0 && !making && <p class={styles.nothing}>{words.polls.nothing}</p>}
      {polls.map((poll) => <PollCard key={poll.id} poll={poll} talk={talk} host={host} live={room.you.place === 'room'} />)}
    </div>
  );
}
