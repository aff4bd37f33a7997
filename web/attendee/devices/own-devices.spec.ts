import { jest } from '@jest/globals';
import { OwnDevices } from './own-devices.ts';

interface Plugged {
  kind: 'audioinput' | 'videoinput';
  deviceId: string;
}

/** A computer with things plugged in, as far as a page can tell. */
class Computer {
  plugged: Plugged[] = [];
  /** What was asked for, in order: the id that came of it. */
  readonly opened: string[] = [];
  private readonly tracks: { id: string; onended?: () => void }[] = [];
  private changed = () => {};

  constructor(...ids: string[]) {
    for (const id of ids) this.plugged.push({ kind: id.startsWith('mic') ? 'audioinput' : 'videoinput', deviceId: id });
    const mediaDevices = {
      addEventListener: (_: string, listener: () => void) => (this.changed = listener),
      removeEventListener: () => {},
      enumerateDevices: async () => this.plugged.map((one) => ({ ...one, label: `The ${one.deviceId}` })),
      getUserMedia: async (wanted: { audio: { deviceId?: { exact?: string; ideal?: string } } | false; video: { deviceId?: { exact?: string; ideal?: string } } | false }) => {
        const of = (kind: Plugged['kind'], what: typeof wanted.audio) => {
          if (!what) return [];
          const all = this.plugged.filter((one) => one.kind === kind);
          const { exact, ideal } = what.deviceId ?? {};
          const found = all.find((one) => one.deviceId === (exact ?? ideal)) ?? (exact ? undefined : all[0]);
          if (!found) throw Object.assign(new Error(), { name: 'NotFoundError' });
          this.opened.push(found.deviceId);
          const track = { id: found.deviceId, label: `The ${found.deviceId}`, enabled: true, stop() {}, getSettings: () => ({ deviceId: found.deviceId }), onended: undefined };
          this.tracks.push(track);
          return [track];
        };
        const [audio, video] = [of('audioinput', wanted.audio), of('videoinput', wanted.video)];
        return { getAudioTracks: () => audio, getVideoTracks: () => video };
      },
    };
    Object.assign(globalThis, { window: { isSecureContext: true } });
    Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { mediaDevices, permissions: { query: async () => ({ state: 'granted' }) } } });
  }

  async unplug(id: string): Promise<void> {
    this.plugged = this.plugged.filter(({ deviceId }) => deviceId !== id);
    for (const track of this.tracks) if (track.id === id) track.onended?.();
    this.changed();
    await settled();
  }

  async plug(id: string): Promise<void> {
    this.plugged.push({ kind: id.startsWith('mic') ? 'audioinput' : 'videoinput', deviceId: id });
    this.changed();
    await settled();
  }
}

const settled = () => new Promise((later) => setTimeout(later, 5));

describe('one’s own devices', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator')!;
  afterEach(() => {
    Object.defineProperty(globalThis, 'navigator', before);
    delete (globalThis as { window?: unknown }).window;
    jest.restoreAllMocks();
  });
  const opened = async (choice: { microphoneId?: string } = {}) => {
    const devices = new OwnDevices({ cameraOn: true, microphoneOn: true, ...choice });
    await devices.open();
    return devices;
  };

  describe('blur what is behind a person', () => {
    /** A camera that can, as the browser shows it. */
    const able = (track: MediaStreamTrack, may: boolean[] = [false, true], now = false) => {
      let blurred = now;
      const listeners: (() => void)[] = [];
      Object.assign(track, {
        getCapabilities: () => ({ backgroundBlur: may }),
        getSettings: () => ({ deviceId: 'cam', backgroundBlur: blurred }),
        getConstraints: () => ({ width: { ideal: 1280 } }),
        applyConstraints: jest.fn(async (wanted: { backgroundBlur: { ideal: boolean } }) => void (blurred = wanted.backgroundBlur.ideal)),
        addEventListener: (_: string, heard: () => void) => listeners.push(heard),
      });
      return { turn: (on: boolean) => { blurred = on; for (const heard of listeners) heard(); } };
    };
    const withCamera = async (make: (track: MediaStreamTrack) => void, choice: { blur?: boolean } = {}) => {
      new Computer('mic', 'cam');
      const asked: MediaStreamConstraints[] = [];
      const { getUserMedia } = navigator.mediaDevices;
      Object.assign(navigator.mediaDevices, { getUserMedia: async (wanted: MediaStreamConstraints) => {
        asked.push(wanted);
        const stream = await getUserMedia(wanted);
        stream.getVideoTracks().forEach(make);
        return stream;
      } });
      const devices = new OwnDevices({ cameraOn: true, microphoneOn: true, ...choice });
      await devices.open();
      return { devices, asked, track: devices.get('camera').track! };
    };

    it('where the camera can, and keep what else was asked of it', async () => {
      const { devices, track } = await withCamera((one) => able(one));
      expect(devices.store.get().blur).toBe(false);
      await devices.blur(true);
      expect(devices.store.get().blur).toBe(true);
      expect(track.applyConstraints).toHaveBeenCalledWith({ width: { ideal: 1280 }, backgroundBlur: { ideal: true } });
    });

    it('from the first picture on, once that was chosen', async () => {
      const { devices, asked } = await withCamera((one) => able(one), { blur: true });
      await devices.turn('camera', false);
      expect(devices.store.get().blur).toBeNull();
      await devices.turn('camera', true);
      expect(asked.map(({ video }) => video)).toEqual([expect.objectContaining({ backgroundBlur: { ideal: true } }), expect.objectContaining({ backgroundBlur: { ideal: true } })]);
    });

    it('and show it where the system itself turns it on', async () => {
      let system: ReturnType<typeof able>;
      const { devices } = await withCamera((one) => void (system = able(one)));
      system!.turn(true);
      expect(devices.store.get().blur).toBe(true);
    });

    it('not where there is no choice: a browser that does not know it, or a system that decides alone', async () => {
      expect((await withCamera(() => undefined)).devices.store.get().blur).toBeNull();
      expect((await withCamera((one) => able(one, [true], true))).devices.store.get().blur).toBeNull();
    });
  });

  it('fall back on another microphone when the chosen one is unplugged, and say which', async () => {
    const computer = new Computer('mic-inside', 'mic-headset', 'cam');
    const devices = await opened({ microphoneId: 'mic-headset' });
    expect(devices.get('microphone')).toMatchObject({ chosen: 'mic-headset' });
    await computer.unplug('mic-headset');
    expect(devices.get('microphone')).toMatchObject({ chosen: 'mic-inside', trouble: null, standIn: { insteadOf: 'mic-headset', name: 'The mic-inside' } });
    expect(devices.get('microphone').track).toMatchObject({ enabled: true });
  });

  it('keep who is muted muted through that', async () => {
    const computer = new Computer('mic-inside', 'mic-headset', 'cam');
    const devices = await opened({ microphoneId: 'mic-headset' });
    await devices.turn('microphone', false);
    await computer.unplug('mic-headset');
    expect(devices.get('microphone')).toMatchObject({ on: false, track: { id: 'mic-inside', enabled: false } });
  });

  it('go back to the chosen one when it is plugged in again', async () => {
    const computer = new Computer('mic-inside', 'mic-headset', 'cam');
    const devices = await opened({ microphoneId: 'mic-headset' });
    await computer.unplug('mic-headset');
    await computer.plug('mic-headset');
    expect(devices.get('microphone')).toMatchObject({ chosen: 'mic-headset', standIn: undefined, track: { id: 'mic-headset' } });
  });

  it('stay with what was chosen meanwhile', async () => {
    const computer = new Computer('mic-inside', 'mic-headset', 'mic-table', 'cam');
    const devices = await opened({ microphoneId: 'mic-headset' });
    await computer.unplug('mic-headset');
    await devices.choose('microphone', 'mic-table');
    await computer.plug('mic-headset');
    expect(devices.get('microphone')).toMatchObject({ chosen: 'mic-table', standIn: undefined });
  });

  it('say that the only camera is gone, and use it as soon as it is back', async () => {
    const computer = new Computer('mic', 'cam');
    const devices = await opened();
    await computer.unplug('cam');
    expect(devices.get('camera')).toMatchObject({ track: null, trouble: 'unplugged' });
    await computer.plug('cam');
    expect(devices.get('camera')).toMatchObject({ trouble: null, track: { id: 'cam' } });
  });

  it('open no camera that is off because one is plugged in', async () => {
    const computer = new Computer('mic', 'cam');
    const devices = await opened();
    await devices.turn('camera', false);
    await computer.plug('cam-new');
    expect(devices.get('camera').track).toBeNull();
    expect(computer.opened).toEqual(['mic', 'cam']);
  });
});
