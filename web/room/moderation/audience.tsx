import { useEffect, useState } from 'preact/hooks';
import type { ModerationMessage } from '../../../client/protocol.ts';
import { TextField } from '../../kit/field.tsx';
import { words } from '../../words/spoken.js';
import type { RoomState } from '../room-state.ts';
import type { Visit } from '../visit.ts';
import styles from './moderation.module.css';
import { InvitationState } from './invitation-state.tsx';
import { DecidableRow } from './person-menu.tsx';

type Found = Extract<ModerationMessage, { type: 'audience' }>;

/** Looked for this long after the last key, or anew when somebody was decided about or came. */
const PAUSE_MS = 250;

/** Those who watch a webinar and stand in no list: a host finds them by name. */
export function Audience({ visit, room, onGone }: { visit: Visit; room: RoomState; onGone: () => void }) {
  const [search, setSearch] = useState('');
  const [found, setFound] = useState<Found>({ type: 'audience', people: [], more: false });

  useEffect(() => visit.line.listen((message) => message.type === 'audience' && setFound(message)), [visit]);
  useEffect(() => {
    const timer = setTimeout(() => visit.line.say({ type: 'audience', search }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [search, room.waiting, room.moderation.number]);

  return (
    <section class={styles.find} aria-label={words.moderation.audience}>
      <TextField label={words.moderation.find} type="search" value={search} maxLength={80} autocomplete="off" spellcheck={false} onInput={(event) => setSearch(event.currentTarget.value)} />
      <ul class={styles.found}>
        {found.people.map(({ seatId, name }) => (
          <DecidableRow key={seatId} visit={visit} room={room} one={{ seatId, name, role: 'attendee', onStage: false }} onGone={onGone}>
            <span class={styles.name}>{name}</span>
            <InvitationState room={room} seatId={seatId} />
          </DecidableRow>
        ))}
      </ul>
      <p class={styles.soft} role="status">{found.more ? words.moderation.moreFound : search && found.people.length === 0 ? words.moderation.nobody : ''}</p>
    </section>
  );
}
