import { useRef, useState } from 'preact/hooks';
import { Store, useStore } from '../attendee/store.ts';
import { Heading } from '../attendee/screen.tsx';
import { spellMoment } from '../kit/times.ts';
import { Announcements } from './announcements.tsx';
import type { Line } from './connection.ts';
import { Controls } from './controls.tsx';
import { Doors } from './doors.tsx';
import { Ears } from './ears.tsx';
import { PeopleList } from './people-list.tsx';
import { ReleaseNotice } from './release-notice.tsx';
import type { RoomState } from './room-state.ts';
import styles from './room.module.css';
import { Stage } from './stage.tsx';
import type { Visit } from './visit.ts';

/** The room, and before the start the same room seen from backstage. */
export function Room({ visit, room, line }: { visit: Visit; room: RoomState; line: Line }) {
  const [listed, setListed] = useState(false);
  const listButton = useRef<HTMLButtonElement>(null);
  const { session, you } = room;

  function closeList() {
    setListed(false);
    listButton.current?.focus();
  }

  const backstage = you.place === 'backstage';
  return (
    <main id="main" class={styles.room} data-screen={you.place} data-light="night" data-listed={listed}>
      <header class={styles.header}>
        <Heading tab={`${backstage ? 'Backstage' : 'In the room'} · ${session.title}`} class={styles.title}>{session.title}</Heading>
        <p class={styles.where}>{backstage ? 'Backstage' : 'Live'}</p>
      </header>
      <div class={styles.told}>
        <LineNotice visit={visit} line={line} media={room.media} />
        <ReleaseNotice room={room} />
        <UnledNotice endsAt={room.unled ?? null} />
        {backstage && <Doors visit={visit} room={room} line={line} />}
      </div>
      <Stage visit={visit} room={room} />
      {listed && <PeopleList room={room} onClose={closeList} />}
      <Controls visit={visit} room={room} line={line} listed={listed} listButton={listButton} onList={() => setListed(!listed)} />
      <Ears visit={visit} />
      <Announcements room={room} />
    </main>
  );
}

/** No host is there: said from the first warning on, so that nobody is put out unprepared. */
function UnledNotice({ endsAt }: { endsAt: string | null }) {
  const words = endsAt ? `No host is here. Unless one comes back, this session ends at ${spellMoment(endsAt)}.` : '';
  return <p class={words ? styles.trouble : 'unseen'} role="status">{words}</p>;
}

const unblocked = new Store(false);

function LineNotice({ visit, line, media }: { visit: Visit; line: Line; media: boolean }) {
  const blocked = useStore(useStore(visit.media)?.blocked ?? unblocked);
  const words = line !== 'open' ? 'The connection was lost. Reconnecting… Your place is kept.'
    : !media ? 'Sound and picture are interrupted. They come back by themselves.'
      : blocked ? 'Sound and picture do not get through on this network. Try another one, such as your phone’s. This page keeps trying.' : '';
  return <p class={words ? styles.trouble : 'unseen'} role="status">{words}</p>;
}
