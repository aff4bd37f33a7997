import { words } from '../../words/spoken.js';
import { Icon } from '../icons.tsx';
import { useStore } from '../store.ts';
import type { OwnDevices } from './own-devices.ts';
import styles from './switches.module.css';

/** Says what pressing it does: "Mute" while one can be heard, "Unmute" while not. */
export function MicrophoneSwitch({ devices, shortcut }: { devices: OwnDevices; shortcut?: string }) {
  const { on, track, asking } = useStore(devices.store, (all) => all.microphone);
  const heard = on && track !== null;
  return (
    <button type="button" class={styles.switch} data-off={!heard} aria-keyshortcuts={shortcut} aria-busy={asking} onClick={() => void devices.turn('microphone', !heard)}>
      <Icon name={heard ? 'microphone' : 'microphone-off'} /> <span>{heard ? words.devices.mute : words.devices.unmute}</span>
    </button>
  );
}

/** "Camera off" while one is seen, "Camera on" while not. */
export function CameraSwitch({ devices, shortcut }: { devices: OwnDevices; shortcut?: string }) {
  const { on, track, asking } = useStore(devices.store, (all) => all.camera);
  const seen = on && track !== null;
  return (
    <button type="button" class={styles.switch} data-off={!seen} aria-keyshortcuts={shortcut} aria-busy={asking} onClick={() => void devices.turn('camera', !seen)}>
      <Icon name={seen ? 'camera' : 'camera-off'} /> <span>{seen ? words.devices.cameraOff : words.devices.cameraOn}</span>
    </button>
  );
}
