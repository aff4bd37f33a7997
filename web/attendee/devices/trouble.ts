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

const sentences: Record<Device | 'both', Record<Trouble, string>> = {
  camera: {
    insecure: 'The camera works only at an address that begins with https.',
    denied: 'This page may not use your camera. Allow it in the browser (the sign beside the address), then try again.',
    missing: 'No camera was found. Plug one in, then try again.',
    busy: 'Another program is using your camera. Close it there, then try again.',
    unplugged: 'Your camera was unplugged. Plug it in again, or choose another.',
    failed: 'Your camera could not be started. Try again.',
  },
  microphone: {
    insecure: 'The microphone works only at an address that begins with https.',
    denied: 'This page may not use your microphone. Allow it in the browser (the sign beside the address), then try again.',
    missing: 'No microphone was found. Plug one in, then try again.',
    busy: 'Another program is using your microphone. Close it there, then try again.',
    unplugged: 'Your microphone was unplugged. Plug it in again, or choose another.',
    failed: 'Your microphone could not be started. Try again.',
  },
  both: {
    insecure: 'Camera and microphone work only at an address that begins with https.',
    denied: 'This page may not use your camera and microphone. Allow them in the browser (the sign beside the address), then try again.',
    missing: 'No camera and no microphone were found. Plug them in, then try again.',
    busy: 'Another program is using your camera and microphone. Close it there, then try again.',
    unplugged: 'Your camera and microphone were unplugged. Plug them in again, or choose others.',
    failed: 'Your camera and microphone could not be started. Try again.',
  },
};

/** One plain sentence: what is wrong and what to do. */
export function sentenceFor(device: Device | 'both', trouble: Trouble): string {
  return sentences[device][trouble];
}
