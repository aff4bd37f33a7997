import type { devices as meant } from '../en/devices.js';

export const devices: typeof meant = {
  devices: {
    both: 'Kamera und Mikrofon',
    allow: 'Erlauben Sie Kamera und Mikrofon, wenn der Browser fragt.',
    noPicture: 'Kein Bild von Ihnen',
    cameraIsOff: 'Ihre Kamera ist aus',
    muted: 'Sie sind stumm. Die anderen hören Sie nicht.',
    withoutThem: 'Sie können auch ohne hereinkommen.',
    change: 'Geräte wechseln',
    camera: 'Kamera',
    noCamera: 'Keine Kamera',
    microphone: 'Mikrofon',
    noMicrophone: 'Kein Mikrofon',
    speaker: 'Lautsprecher',
    blur: 'Meinen Hintergrund unscharf machen',
    playSound: 'Ton abspielen',
    works: 'Ihr Mikrofon funktioniert.',
    saySomething: 'Sagen Sie etwas: Der Balken folgt Ihrer Stimme.',
    mirror: 'Ihre Kamera, so wie andere Sie sehen werden, gespiegelt',
    mute: 'Mikrofon aus',
    unmute: 'Mikrofon an',
    cameraOff: 'Kamera aus',
    cameraOn: 'Kamera an',
    standIn: {
      camera: (name) => `Ihre Kamera wurde ausgesteckt. Sie sind jetzt über eine andere zu sehen: ${name}.`,
      microphone: (name) => `Ihr Mikrofon wurde ausgesteckt. Sie sind jetzt über ein anderes zu hören: ${name}.`,
    },
  },

  trouble: {
    camera: {
      insecure: 'Die Kamera funktioniert nur unter einer Adresse, die mit https beginnt.',
      denied: 'Diese Seite darf Ihre Kamera nicht verwenden. Erlauben Sie es im Browser (das Zeichen neben der Adresse), und versuchen Sie es dann noch einmal.',
      missing: 'Es wurde keine Kamera gefunden. Schließen Sie eine an, und versuchen Sie es dann noch einmal.',
      busy: 'Ein anderes Programm verwendet Ihre Kamera. Schließen Sie es, und versuchen Sie es dann noch einmal.',
      unplugged: 'Ihre Kamera wurde getrennt. Schließen Sie sie wieder an, oder wählen Sie eine andere.',
      failed: 'Ihre Kamera konnte nicht gestartet werden. Versuchen Sie es noch einmal.',
    },
    microphone: {
      insecure: 'Das Mikrofon funktioniert nur unter einer Adresse, die mit https beginnt.',
      denied: 'Diese Seite darf Ihr Mikrofon nicht verwenden. Erlauben Sie es im Browser (das Zeichen neben der Adresse), und versuchen Sie es dann noch einmal.',
      missing: 'Es wurde kein Mikrofon gefunden. Schließen Sie eines an, und versuchen Sie es dann noch einmal.',
      busy: 'Ein anderes Programm verwendet Ihr Mikrofon. Schließen Sie es, und versuchen Sie es dann noch einmal.',
      unplugged: 'Ihr Mikrofon wurde getrennt. Schließen Sie es wieder an, oder wählen Sie ein anderes.',
      failed: 'Ihr Mikrofon konnte nicht gestartet werden. Versuchen Sie es noch einmal.',
    },
    both: {
      insecure: 'Kamera und Mikrofon funktionieren nur unter einer Adresse, die mit https beginnt.',
      denied: 'Diese Seite darf Kamera und Mikrofon nicht verwenden. Erlauben Sie beides im Browser (das Zeichen neben der Adresse), und versuchen Sie es dann noch einmal.',
      missing: 'Es wurden weder Kamera noch Mikrofon gefunden. Schließen Sie sie an, und versuchen Sie es dann noch einmal.',
      busy: 'Ein anderes Programm verwendet Kamera und Mikrofon. Schließen Sie es, und versuchen Sie es dann noch einmal.',
      unplugged: 'Kamera und Mikrofon wurden getrennt. Schließen Sie sie wieder an, oder wählen Sie andere.',
      failed: 'Kamera und Mikrofon konnten nicht gestartet werden. Versuchen Sie es noch einmal.',
    },
  },
};
