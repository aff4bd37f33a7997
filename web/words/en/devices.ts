/** Camera, microphone and speaker, and what is wrong with them. */
export const devices = {
  devices: {
    both: 'Camera and microphone',
    allow: 'Allow camera and microphone when the browser asks.',
    noPicture: 'No picture of you',
    cameraIsOff: 'Your camera is off',
    muted: 'You are muted. Others will not hear you.',
    withoutThem: 'You can come in without.',
    change: 'Change devices',
    camera: 'Camera',
    noCamera: 'No camera',
    microphone: 'Microphone',
    noMicrophone: 'No microphone',
    speaker: 'Speaker',
    blur: 'Blur my background',
    playSound: 'Play a sound',
    works: 'Your microphone works.',
    saySomething: 'Say something: the bar follows your voice.',
    mirror: 'Your camera, as others will see you, mirrored',
    mute: 'Mute',
    unmute: 'Unmute',
    cameraOff: 'Camera off',
    cameraOn: 'Camera on',
    /** The chosen one was unplugged; what the one is called that is used instead. */
    standIn: {
      camera: (name: string) => `Your camera was unplugged. You are seen through another one: ${name}.`,
      microphone: (name: string) => `Your microphone was unplugged. You are heard through another one: ${name}.`,
    },
  },

  /** Why a device cannot be used, and what to do. */
  trouble: {
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
  },
};
