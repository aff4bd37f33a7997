import { Store, useStore } from '../attendee/store.ts';
import { Heading } from '../attendee/screen.tsx';
import { spellMoment } from '../kit/times.ts';
import { words } from '../words/spoken.js';
import { Announcements } from './announcements.tsx';
import type { Line } from './connection.ts';
import { Controls } from './controls.tsx';
import { Floating } from './conversation/floating.tsx';
import { HandsTold } from './conversation/raised-hands.tsx';
import { PollNotice } from './conversation/poll-notice.tsx';
import { TalkPanel } from './conversation/talk-panel.tsx';
import { TalkTold } from './conversation/told.tsx';
import { Doors } from './doors.tsx';
import { DoorsOpening, StartStopped } from './doors-opening.tsx';
import { Ears } from './ears.tsx';
import { Declined } from './moderation/declined.tsx';
import { Knocks } from './moderation/knocks.tsx';
import { ToldToYou } from './moderation/told-to-you.tsx';
import { useNarrow } from './narrow.ts';
import { PeopleList } from './people-list.tsx';
import { usePanel } from './panel/use-panel.ts';
import { RecordSwitch } from './recording/record-switch.tsx';
import { RecordingSign } from './recording/recording-sign.tsx';
import { ReleaseNotice } from './release-notice.tsx';
import type { RoomState } from './room-state.ts';
import styles from './room.module.css';
import { Stage } from './stage.tsx';
import { SharingBar } from './stage/sharing-bar.tsx';
import { Shortcuts } from './stage/shortcuts.tsx';
import { SmallWindow } from './stage/small-window.tsx';
import { ViewSwitch } from './stage/view-switch.tsx';
import type { Visit } from './visit.ts';

/** The room, and before the start the same room seen from backstage. */
export function Room({ visit, room, line }: { visit: Visit; room: RoomState; line: Line }) {
  const panel = usePanel();
  const narrow = useNarrow();
  const { session, you } = room;
  const backstage = you.place === 'backstage';
  return (
    <main id="main" class={styles.room} data-screen={you.place} data-light="night" data-panel={panel.shown ?? undefined}>
      <header class={styles.header}>
        <Heading tab={words.room.tab(backstage ? words.backstage.name : words.room.inside, session.title)} class={styles.title}>{session.title}</Heading>
        {room.people.filter((one) => one.onStage).length > 1 && <ViewSwitch />}
        <SmallWindow visit={visit} room={room} />
        <Shortcuts />
        {!narrow && you.role === 'host' && you.place === 'room' && room.moderation.recordable && <RecordSwitch visit={visit} room={room} bare />}
        <RecordingSign room={room} />
        {/* What is recorded is live: a phone has place for one of the two. */}
        {!(narrow && room.moderation.recording) && <p class={styles.where}>{backstage ? words.backstage.name : words.room.live}</p>}
      </header>
      <div class={styles.told}>
        <LineNotice visit={visit} line={line} media={room.media} />
        <ReleaseNotice room={room} />
        <UnledNotice endsAt={room.unled ?? null} />
        <ToldToYou visit={visit} room={room} />
        {you.role === 'host' && <Declined room={room} />}
        {you.role === 'host' && <Knocks visit={visit} room={room} panel={panel} />}
        <PollNotice talk={visit.talk} host={you.role === 'host'} open={panel.shown === 'talk'} onVote={() => panel.open('talk')} />
        <SharingBar visit={visit} />
        {backstage && <StartStopped room={room} />}
        {backstage && <Doors visit={visit} room={room} line={line} />}
      </div>
      <Stage visit={visit} room={room} />
      <Floating talk={visit.talk} room={room} />
      {panel.shown === 'people' && <PeopleList visit={visit} room={room} onClose={panel.close} />}
      {panel.shown === 'talk' && <TalkPanel talk={visit.talk} room={room} onClose={panel.close} />}
      <Controls visit={visit} room={room} line={line} panel={panel} />
      <DoorsOpening visit={visit} room={room} line={line} />
      <Ears visit={visit} />
      <Announcements room={room} />
      <HandsTold talk={visit.talk} you={you} />
      <TalkTold talk={visit.talk} seatId={you.seatId} open={panel.shown === 'talk'} />
    </main>
  );
}

/** No host is there: said from the first warning on, so that nobody is put out unprepared. */
function UnledNotice({ endsAt }: { endsAt: string | null }) {
  const told = endsAt ? words.room.noHost(spellMoment(endsAt)) : '';
  return <p class={told ? styles.trouble : 'unseen'} role="status">{told}</p>;
}

const unblocked = new Store(false);

function LineNotice({ visit, line, media }: { visit: Visit; line: Line; media: boolean }) {
  const blocked = useStore(useStore(visit.media)?.blocked ?? unblocked);
  const told = line !== 'open' ? words.room.lost : !media ? words.room.interrupted : blocked ? words.room.blocked : '';
  return <p class={told ? styles.trouble : 'unseen'} role="status">{told}</p>;
}
