import type { BlurConstraint } from './blur.ts';
import { troubleFrom, type Device, type Trouble } from './trouble.ts';

/** What became of asking for a device: its track, or why there is none. */
export type Captured = { track: MediaStreamTrack } | { trouble: Trouble };
export type Wanted = Partial<Record<Device, { id?: string; exact?: boolean; /** Of a camera: so that not one picture is seen without it. */ blur?: boolean }>>;

/**
 * Asks for camera and microphone in one question, and where that fails for each alone: a missing
 * camera must not cost anybody the microphone.
 */
export async function capture(wanted: Wanted): Promise<Partial<Record<Device, Captured>>> {
  const devices = (Object.keys(wanted) as Device[]).filter((device) => wanted[device]);
  if (!devices.length) return {};
  if (!window.isSecureContext || !navigator.mediaDevices) return forEach(devices, async () => ({ trouble: 'insecure' }));
  try {
    const stream = await navigator.mediaDevices.getUserMedia(constraints(wanted, devices));
    return await forEach(devices, async (device) => ({ track: trackOf(stream, device)! }));
  } catch (error) {
    if (devices.length === 1) return { [devices[0]!]: { trouble: troubleFrom(error) } };
    const refused = troubleFrom(error) === 'denied';
    // After a refusal only a device that may be used by now is asked for again: nobody is asked twice.
    return forEach(devices, async (device) => {
      if (refused && !(await allowed(device))) return { trouble: 'denied' };
      return (await capture({ [device]: wanted[device] }))[device]!;
    });
  }
}

async function forEach(devices: Device[], what: (device: Device) => Promise<Captured>): Promise<Partial<Record<Device, Captured>>> {
  const captured: Partial<Record<Device, Captured>> = {};
  for (const device of devices) captured[device] = await what(device);
  return captured;
}

function trackOf(stream: MediaStream, device: Device): MediaStreamTrack | undefined {
  return (device === 'camera' ? stream.getVideoTracks() : stream.getAudioTracks())[0];
}

async function allowed(device: Device): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: device as PermissionName })).state === 'granted';
  } catch {
    return false; // a browser that does not tell
  }
}

function constraints(wanted: Wanted, devices: Device[]): MediaStreamConstraints {
  const which = (device: Device): MediaTrackConstraints => {
    const { id, exact } = wanted[device]!;
    return id ? { deviceId: exact ? { exact: id } : { ideal: id } } : {};
  };
  return {
    audio: devices.includes('microphone') && { ...which('microphone'), echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    video: devices.includes('camera') && { ...which('camera'), width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 }, ...blurring(wanted.camera?.blur) },
  };
}

const blurring = (blur?: boolean): BlurConstraint => (blur === undefined ? {} : { backgroundBlur: { ideal: blur } });
