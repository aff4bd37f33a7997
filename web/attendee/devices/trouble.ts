import { words } from '../../words/spoken.js';

/** Why a camera or a microphone cannot be used. */
export type Trouble = 'insecure' | 'denied' | 'missing' | 'busy' | 'unplugged' | 'failed';
export type Device = 'camera' | 'microphone';

/** What a browser's error means; every browser has names of its own for the same. */
export function troubleFrom(error: unknown): Trouble {
  switch ((error as { name?: string } | null)?.name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}

/** One plain sentence: what is wrong and what to do. */
export function sentenceFor(device: Device | 'both', trouble: Trouble): string {
  return words.trouble[device][trouble];
}

/** The chosen one was unplugged, and another took its place. */
export function standInSentence(device: Device, name: string): string {
  return words.devices.standIn[device](name);
}
