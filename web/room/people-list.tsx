import type { Person } from '../../client/protocol.ts';
import { Icon } from '../attendee/icons.tsx';
import { words } from '../words/spoken.js';
import { RaisedHands } from './conversation/raised-hands.tsx';
import { Audience } from './moderation/audience.tsx';
import { InvitationState } from './moderation/invitation-state.tsx';
import { DecidableRow } from './moderation/person-menu.tsx';
import { WhoKnocks } from './moderation/who-knocks.tsx';
import { WholeRoom } from './moderation/whole-room.tsx';
import { Panel } from './panel/panel.tsx';
import type { RoomState } from './room-state.ts';
import styles from './room.module.css';
import type { Visit } from './visit.ts';

/** The panel's own heading: where the keyboard goes on when the line that it was in is gone. */
const toHeading = () => document.getElementById('people-title')?.focus();

/** Who is here, in words: hosts first, then in the order in which they came. Hosts decide here about people. */
export function PeopleList({ visit, room, onClose }: { visit: Visit; room: RoomState; onClose: () => void }) {
  const order = ['host', 'speaker', 'attendee'];
  const people = room.people.toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
  const hosting = room.you.role === 'host';
  const unlisted = room.you.place === 'room' && !!room.waiting;
  return (
    <Panel id="people" title={words.people.name} onClose={onClose}>
      {hosting && <WhoKnocks visit={visit} room={room} onGone={toHeading} />}
      {hosting && <WholeRoom visit={visit} room={room} />}
      <RaisedHands talk={visit.talk} you={room.you} />
      <ul class={styles.list}>
        {people.map((one) =>
          hosting && one.seatId !== room.you.seatId
            ? <DecidableRow key={one.seatId} visit={visit} room={room} one={one} onGone={toHeading}><Named one={one} room={room} /></DecidableRow>
            : <li key={one.seatId}><Named one={one} room={room} /></li>)}
      </ul>
      {!room.people.some((one) => one.seatId === room.you.seatId) && <p class={styles.soft}>{words.people.notListed}</p>}
      {unlisted && <p class={styles.soft}>{words.people.watching(room.waiting!)}</p>}
      {hosting && unlisted && <Audience visit={visit} room={room} onGone={toHeading} />}
    </Panel>
  );
}

function Named({ one, room }: { one: Person; room: RoomState }) {
  return (
    <>
      <span class={styles.who}>{one.seatId === room.you.seatId ? words.stage.you(one.name) : one.name}</span>
      {one.role !== 'attendee' && <span class={styles.soft}>{words.people[one.role]}</span>}
      {!one.onStage && <InvitationState room={room} seatId={one.seatId} />}
      {one.silenced?.includes('video') && <span title={words.moderation.cameraStopped}><Icon name="camera-off" size={16} /><span class="unseen">{words.moderation.cameraStopped}</span></span>}
      {one.onStage && !one.microphone && <span title={words.stage.muted}><Icon name="microphone-off" size={16} /><span class="unseen">{words.stage.muted}</span></span>}
    </>
  );
}
