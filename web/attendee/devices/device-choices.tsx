import { Button } from '../../kit/button.tsx';
import { SelectField } from '../../kit/field.tsx';
import { Switch } from '../../kit/switch.tsx';
import { words } from '../../words/spoken.js';
import { Icon } from '../icons.tsx';
import { useStore } from '../store.ts';
import styles from './device-check.module.css';
import { ring } from './loudness.ts';
import type { OwnDevices } from './own-devices.ts';

/** Which camera, microphone and speaker, where there is something to choose. */
export function DeviceChoices({ devices }: { devices: OwnDevices }) {
  const { camera, microphone, speaker, blur } = useStore(devices.store);
  const speakerCanBeChosen = 'setSinkId' in HTMLMediaElement.prototype && speaker.choices.length > 0;
  return (
    <div class={styles.choices}>
      <Choice label={words.devices.camera} none={words.devices.noCamera} of={camera} onChoose={(id) => void devices.choose('camera', id)} />
      <Choice label={words.devices.microphone} none={words.devices.noMicrophone} of={microphone} onChoose={(id) => void devices.choose('microphone', id)} />
      {speakerCanBeChosen && <Choice label={words.devices.speaker} none="" of={speaker} onChoose={(id) => devices.chooseSpeaker(id)} />}
      {blur !== null && <Switch label={words.devices.blur} on={blur} onTurn={(on) => void devices.blur(on)} />}
      <Button look="bare" onClick={() => void ring(speaker.chosen)}><Icon name="sound" /> {words.devices.playSound}</Button>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  none: string;
  of: { chosen?: string; choices: MediaDeviceInfo[] };
  onChoose: (id: string) => void;
}

function Choice({ label, none, of, onChoose }: ChoiceProps) {
  const options = of.choices.map((one, i) => ({ value: one.deviceId, label: one.label || `${label} ${i + 1}` }));
  if (!options.length) return none ? <SelectField label={label} value="" options={[{ value: '', label: none }]} onChange={() => undefined} /> : null;
  const value = options.some((one) => one.value === of.chosen) ? of.chosen! : options[0]!.value;
  return <SelectField label={label} value={value} options={options} onChange={onChoose} />;
}
