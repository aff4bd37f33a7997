import { Store } from '../store.ts';
import { askForBlur, blurOf } from './blur.ts';
import { capture, type Captured, type Wanted } from './capture.ts';
import { rememberChoice, rememberedChoice, type Choice } from './remembered.ts';
import type { Device, Trouble } from './trouble.ts';

/** One device as it is now. `on` is what the person wants, `track` what there is. */
export interface DeviceState {
  on: boolean;
  track: MediaStreamTrack | null;
  trouble: Trouble | null;
  /** Being asked for: the browser may be showing its question. */
  asking: boolean;
  chosen?: string;
  choices: MediaDeviceInfo[];
  /** The chosen one was unplugged, and another stands in for it until it is back: which, and how that one is called. */
  standIn?: { insteadOf: string; name: string };
}

export interface DevicesState {
  camera: DeviceState;
  microphone: DeviceState;
  speaker: { chosen?: string; choices: MediaDeviceInfo[] };
  /** Whether what is behind the person is blurred; null where the camera offers no choice. */
  blur: boolean | null;
}

/**
 * This person's camera, microphone and speaker, from pre-join to the end. A camera that is off is
 * really off, its light too; a microphone that is off stays open, so that unmuting is instant.
 */
export class OwnDevices {
  readonly store: Store<DevicesState>;
  /** Nothing is open, and nothing is asked of the browser before `open`. */
  resting = true;
  private released = false;
  private readonly plugged = () => void this.pluggedIn();

  constructor(private readonly choice: Choice = rememberedChoice()) {
    const device = (on: boolean, chosen?: string): DeviceState => ({ on, chosen, track: null, trouble: null, asking: false, choices: [] });
    this.store = new Store<DevicesState>({
      camera: device(choice.cameraOn, choice.cameraId),
      microphone: device(choice.microphoneOn, choice.microphoneId),
      speaker: { chosen: choice.speakerId, choices: [] },
      blur: null,
    });
    navigator.mediaDevices?.addEventListener?.('devicechange', this.plugged);
  }

  get(device: Device): DeviceState {
    return this.store.get()[device];
  }

  /** Opens what was on when this browser was last here; on the first visit, both. */
  async open(): Promise<void> {
    this.resting = false;
    const { camera } = this.store.get();
    await this.acquire({ microphone: { id: this.get('microphone').chosen }, ...(camera.on && { camera: { id: camera.chosen } }) });
  }

  async turn(device: Device, on: boolean): Promise<void> {
    this.put(device, { on });
    this.remember();
    const { track } = this.get(device);
    if (device === 'microphone' && track) track.enabled = on;
    else if (on && !track) await this.acquire({ [device]: { id: this.get(device).chosen } });
    else if (!on && device === 'camera') this.drop('camera');
  }

  /** Turned off by a host: what the person chose for the next time is left alone. */
  silence(device: Device): void {
    this.put(device, { on: false });
    const { track } = this.get(device);
    if (device === 'camera') this.drop('camera');
    else if (track) track.enabled = false;
  }

  async choose(device: Device, id: string): Promise<void> {
    this.put(device, { chosen: id, on: true, standIn: undefined });
    this.remember();
    await this.acquire({ [device]: { id, exact: true } });
  }

  chooseSpeaker(id: string): void {
    this.store.change({ speaker: { ...this.store.get().speaker, chosen: id } });
    this.remember();
  }

  /** Asked of the camera now and whenever it is opened again, and shown as the camera says it is. */
  async blur(on: boolean): Promise<void> {
    const { track } = this.get('camera');
    this.choice.blur = on;
    this.remember();
    if (track) await askForBlur(track, on);
    this.lookAtBlur();
  }

  private lookAtBlur(): void {
    this.store.change({ blur: blurOf(this.get('camera').track) });
  }

  /** After a trouble was put right: asks again for everything that is wanted and missing. */
  async again(): Promise<void> {
    const wanted: Wanted = {};
    for (const device of ['camera', 'microphone'] as const) {
      const { on, track, chosen } = this.get(device);
      if (on && !track) wanted[device] = { id: chosen };
    }
    await this.acquire(wanted);
  }

  /** Off stage nothing is needed of them: the lights go out, and what was on is on again when they are opened. */
  rest(): void {
    this.resting = true;
    this.drop('camera');
    this.drop('microphone');
  }

  /** Lets go of everything; the lights go out. */
  release(): void {
    this.released = true;
    navigator.mediaDevices?.removeEventListener?.('devicechange', this.plugged);
    this.drop('camera');
    this.drop('microphone');
  }

  private async acquire(wanted: Wanted): Promise<void> {
    for (const device of Object.keys(wanted) as Device[]) this.put(device, { asking: true, trouble: null });
    const captured = await capture({ ...wanted, ...(wanted.camera && { camera: { ...wanted.camera, blur: this.choice.blur } }) });
    for (const [device, one] of Object.entries(captured) as [Device, Captured][]) this.take(device, one);
    await this.list();
  }

  private take(device: Device, captured: Captured): void {
    if ('trouble' in captured) return this.put(device, { asking: false, trouble: captured.trouble });
    const { track } = captured;
    // Turned off, left, or off stage, while the browser was still asking: the light must not stay on.
    if (this.released || this.resting || (device === 'camera' && !this.get('camera').on)) {
      track.stop();
      return this.put(device, { asking: false });
    }
    this.get(device).track?.stop();
    track.enabled = this.get(device).on;
    track.onended = () => {
      if (this.get(device).track === track) void this.unplugged(device);
    };
    this.put(device, { asking: false, trouble: null, track, chosen: track.getSettings().deviceId });
    if (device === 'microphone') return;
    this.lookAtBlur();
    track.addEventListener?.('configurationchange', () => this.lookAtBlur()); // turned on or off by the system itself
  }

  /** Another one stands in, where there is one: somebody who speaks need not look for a setting first. */
  private async unplugged(device: Device): Promise<void> {
    const { chosen, standIn } = this.get(device);
    this.put(device, { track: null, trouble: 'unplugged' });
    await this.list();
    const { track, asking, choices } = this.get(device);
    if (this.released || track || asking || !choices.some((one) => one.deviceId !== chosen)) return;
    await this.acquire({ [device]: {} });
    const instead = this.get(device).track;
    const insteadOf = standIn?.insteadOf ?? chosen;
    if (instead && insteadOf && insteadOf !== this.get(device).chosen) this.put(device, { standIn: { insteadOf, name: instead.label } });
  }

  /** What was missed is there: it is used again. */
  private async pluggedIn(): Promise<void> {
    await this.list();
    for (const device of ['camera', 'microphone'] as const) {
      const { on, track, trouble, asking, chosen, choices, standIn } = this.get(device);
      if (this.released || asking) continue;
      if (standIn && choices.some((one) => one.deviceId === standIn.insteadOf)) {
        this.put(device, { standIn: undefined });
        if (track) await this.acquire({ [device]: { id: standIn.insteadOf, exact: true } });
      } else if (on && !track && (trouble === 'unplugged' || trouble === 'missing') && choices.length > 0) {
        await this.acquire({ [device]: { id: chosen } });
      }
    }
  }

  private drop(device: Device): void {
    const { track } = this.get(device);
    if (track) track.onended = null;
    track?.stop();
    this.put(device, { track: null, trouble: null });
    if (device === 'camera') this.lookAtBlur();
  }

  private put(device: Device, part: Partial<DeviceState>): void {
    this.store.change({ [device]: { ...this.get(device), ...part } } as Partial<DevicesState>);
  }

  /** Names are told by the browser only once a device may be used. */
  private async list(): Promise<void> {
    const all = await navigator.mediaDevices?.enumerateDevices?.().catch(() => []) ?? [];
    const of = (kind: MediaDeviceKind) => all.filter((one) => one.kind === kind && one.deviceId);
    const { camera, microphone, speaker } = this.store.get();
    this.store.change({
      camera: { ...camera, choices: of('videoinput') },
      microphone: { ...microphone, choices: of('audioinput') },
      speaker: { ...speaker, choices: of('audiooutput') },
    });
  }

  private remember(): void {
    const { camera, microphone, speaker } = this.store.get();
    rememberChoice({
      blur: this.choice.blur,
      cameraOn: camera.on, microphoneOn: microphone.on,
      // Who stands in is not whom this person chose.
      cameraId: camera.standIn?.insteadOf ?? camera.chosen, microphoneId: microphone.standIn?.insteadOf ?? microphone.chosen, speakerId: speaker.chosen,
    });
  }
}
