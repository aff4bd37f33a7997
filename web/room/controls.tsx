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
import { Gestures } from './conversation/gestures.tsx';
import { HandCount } from './conversation/raised-hands.tsx';
import { TalkButton } from './conversation/talk-button.tsx';
import { EndForAll } from './end-for-all.tsx';
import { LeaveStage } from './moderation/leave-stage.tsx';
import type { OpenPanel } from './panel/use-panel.ts';
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

/** The bar at the bottom: always there, in the same order, reachable with a thumb. */
export function Controls({ visit, room, line, panel }: ControlsProps) {
  const [choosing, setChoosing] = useState(false);
  const { devices } = visit;
  const onStage = devices && room.you.onStage;
  return (
    <footer class={styles.bar}>
      {onStage && <Troubles devices={devices} />}
      <div class={styles.buttons} role="group" aria-label={words.room.controls}>
        {onStage && <MicrophoneSwitch devices={devices} shortcut="m" />}
        {onStage && <CameraSwitch devices={devices} shortcut="v" />}
        {onStage && canShare() && !room.you.silenced.includes('video') && <ShareSwitch visit={visit} />}
        {onStage && <button type="button" onClick={() => setChoosing(true)}><Icon name="settings" /> <span>{words.room.devices}</span></button>}
        <button type="button" aria-keyshortcuts="p" aria-expanded={panel.shown === 'people'} aria-controls="people" onClick={() => panel.toggle('people')}>
          <Icon name="people" /> <span>{words.people.name} <span class={styles.count}>{room.people.length}</span> <HandCount talk={visit.talk} /></span>
        </button>
        {onStage && <LeaveStage visit={visit} room={room} />}
        {room.you.place === 'room' && <Gestures talk={visit.talk} you={room.you} />}
        <TalkButton talk={visit.talk} you={room.you} panel={panel} />
        <button type="button" onClick={() => void visit.leave()}><Icon name="leave" /> <span>{words.room.leave}</span></button>
        {room.you.role === 'host' && room.you.place === 'room' && <EndForAll visit={visit} line={line} />}
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
