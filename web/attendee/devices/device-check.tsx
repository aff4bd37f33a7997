import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Spinner } from '../../kit/spinner.tsx';
import { words } from '../../words/spoken.js';
import { useStore } from '../store.ts';
import styles from './device-check.module.css';
import { DeviceChoices } from './device-choices.tsx';
import { LevelMeter } from './level-meter.tsx';
import type { OwnDevices } from './own-devices.ts';
import { Preview } from './preview.tsx';
import { CameraSwitch, MicrophoneSwitch } from './switches.tsx';
import { sentenceFor, type Device } from './trouble.ts';

/** The mirror by the door: picture, loudness, switches, choices, and in plain words whatever is wrong. */
export function DeviceCheck({ devices }: { devices: OwnDevices }) {
  const { camera, microphone } = useStore(devices.store);
  return (
    <section class={styles.check} aria-label={words.devices.both}>
      <div class={styles.picture} data-dark={!camera.track}>
        {camera.track ? <Preview track={camera.track} /> : <p class={styles.dark}>{darkness(camera)}</p>}
        <div class={styles.switches}>
          <MicrophoneSwitch devices={devices} />
          <CameraSwitch devices={devices} />
        </div>
      </div>
      {microphone.track && microphone.on && <LevelMeter track={microphone.track} />}
      {microphone.track && !microphone.on && <p class={styles.heard}>{words.devices.muted}</p>}
      <Troubles devices={devices} />
      <details class={styles.more} open={matchMedia('(min-width: 60rem)').matches}>
        <summary>{words.devices.change}</summary>
        <DeviceChoices devices={devices} />
      </details>
    </section>
  );
}

function darkness(camera: { on: boolean; asking: boolean; trouble: unknown }) {
  if (camera.asking) return <><Spinner label="" /> {words.devices.allow}</>;
  return camera.trouble ? words.devices.noPicture : words.devices.cameraIsOff;
}

function Troubles({ devices }: { devices: OwnDevices }) {
  const { camera, microphone } = useStore(devices.store);
  const told = ([['camera', camera], ['microphone', microphone]] as const).filter(([, one]) => one.trouble && !one.asking);
  if (!told.length) return null;
  const again = told.some(([, one]) => one.trouble !== 'insecure');
  return (
    <Notice tone="lit" action={again && <Button onClick={() => void devices.again()}>{words.tryAgain}</Button>}>
      {camera.trouble === microphone.trouble && told.length === 2
        ? <p>{sentenceFor('both', camera.trouble!)}</p>
        : told.map(([device, one]) => <p key={device}>{sentenceFor(device as Device, one.trouble!)}</p>)}
      <p>{words.devices.withoutThem}</p>
    </Notice>
  );
}
