import { useState } from 'preact/hooks';
import { DeviceChoices } from '../attendee/devices/device-choices.tsx';
import type { OwnDevices } from '../attendee/devices/own-devices.ts';
import { sentenceFor, standInSentence } from '../attendee/devices/trouble.ts';
import { CameraSwitch, MicrophoneSwitch } from '../attendee/devices/switches.tsx';
import { Icon } from '../attendee/icons.tsx';
import { useStore } from '../attendee/store.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { words } from '../words/spoken.js';
import type { Line } from './connection.ts';
import { HandButton, ReactButton, Reactions } from './conversation/gestures.tsx';
import { HandCount } from './conversation/raised-hands.tsx';
import { TalkButton } from './conversation/talk-button.tsx';
import { EndForAll } from './end-for-all.tsx';
import { LeaveStage } from './moderation/leave-stage.tsx';
import { MoreControls } from './more-controls.tsx';
import { useNarrow } from './narrow.ts';
import type { OpenPanel } from './panel/use-panel.ts';
import { RecordSwitch } from './recording/record-switch.tsx';
import type { RoomState } from './room-state.ts';
import { canShare } from './media/sharing.ts';
import { ShareSwitch } from './stage/sharing-bar.tsx';
import styles from './controls.module.css';
import type { Visit } from './visit.ts';

interface ControlsProps {
  visit: Visit;
  room: RoomState;
  line: Line;
  panel: OpenPanel;
}

/** The bar at the bottom: always there, in the same order, in one row, reachable with a thumb. */
export function Controls({ visit, room, line, panel }: ControlsProps) {
  const [choosing, setChoosing] = useState(false);
  const narrow = useNarrow();
  const { devices } = visit;
  const onStage = devices && room.you.onStage;
  const hosting = room.you.role === 'host';
  const inside = room.you.place === 'room';
  const share = onStage && canShare() && !room.you.silenced.includes('video') && <ShareSwitch key="share" visit={visit} />;
  const choose = onStage && <button key="devices" type="button" onClick={() => setChoosing(true)}><Icon name="settings" /> <span>{words.room.devices}</span></button>;
  const people = (
    <button key="people" type="button" aria-keyshortcuts="p" aria-expanded={panel.shown === 'people'} aria-controls="people" onClick={() => panel.toggle('people')}>
      <Icon name="people" /> <span>{words.people.name} <span class={styles.count}>{room.people.length}</span> <HandCount talk={visit.talk} /></span>
    </button>
  );
  const record = narrow && hosting && inside && room.moderation.recordable && <RecordSwitch key="record" visit={visit} room={room} />;
  const end = hosting && inside && <EndForAll visit={visit} line={line} />;
  // Who is on stage has more buttons than a phone has places: what is needed at once stays, the others are a press away.
  const crowded = narrow && !!onStage && inside;
  return (
    <footer class={styles.bar}>
      {onStage && <Troubles devices={devices} />}
      <div class={styles.buttons} role="group" aria-label={words.room.controls}>
        {onStage && <MicrophoneSwitch devices={devices} shortcut="m" />}
        {onStage && <CameraSwitch devices={devices} shortcut="v" />}
        {!crowded && share}
        {!crowded && choose}
        {(!crowded || hosting) && people}
        {!crowded && onStage && <LeaveStage visit={visit} room={room} />}
        {inside && <HandButton talk={visit.talk} you={room.you} />}
        {!crowded && inside && <ReactButton talk={visit.talk} />}
        <TalkButton talk={visit.talk} you={room.you} panel={panel} />
        {!crowded && record}
        {crowded && (
          <MoreControls>
            <div data-stay><Reactions talk={visit.talk} /></div>
            {!hosting && people}
            {share}
            {choose}
            {record}
            <LeaveStage visit={visit} room={room} />
            {end && <div data-stay>{end}</div>}
          </MoreControls>
        )}
        <button type="button" onClick={() => void visit.leave()}><Icon name="leave" /> <span>{words.room.leave}</span></button>
        {!crowded && end}
      </div>
      {onStage && (
        <Dialog open={choosing} onClose={() => setChoosing(false)} title={words.room.devicesTitle}
          actions={<Button look="primary" onClick={() => setChoosing(false)}>{words.done}</Button>}>
          <DeviceChoices devices={devices} />
        </Dialog>
      )}
    </footer>
  );
}

function Troubles({ devices }: { devices: OwnDevices }) {
  const { camera, microphone } = useStore(devices.store);
  const told = ([['microphone', microphone], ['camera', camera]] as const)
    .map(([device, { on, trouble, standIn }]) => on && (trouble ? sentenceFor(device, trouble) : standIn && standInSentence(device, standIn.name)))
    .filter(Boolean).join(' ');
  return <p class={told ? styles.trouble : 'unseen'} role="status">{told}</p>;
}
