import type { devices as meant } from '../en/devices.js';

export const devices: typeof meant = {
  devices: {
    both: 'Cámara y micrófono',
    allow: 'Permite la cámara y el micrófono cuando el navegador lo pregunte.',
    noPicture: 'No hay imagen tuya',
    cameraIsOff: 'Tu cámara está apagada',
    muted: 'Tu micrófono está apagado. Nadie te oirá.',
    withoutThem: 'Puedes entrar sin ello.',
    change: 'Cambiar de dispositivos',
    camera: 'Cámara',
    noCamera: 'Sin cámara',
    microphone: 'Micrófono',
    noMicrophone: 'Sin micrófono',
    speaker: 'Altavoz',
    blur: 'Desenfocar mi fondo',
    playSound: 'Reproducir un sonido',
    works: 'Tu micrófono funciona.',
    saySomething: 'Di algo: la barra sigue tu voz.',
    mirror: 'Tu cámara, como te verán los demás, en espejo',
    mute: 'Silenciar',
    unmute: 'Activar micro',
    cameraOff: 'Apagar cámara',
    cameraOn: 'Encender cámara',
    standIn: {
      camera: (name) => `Se ha desconectado tu cámara. Ahora se te ve por otra: ${name}.`,
      microphone: (name) => `Se ha desconectado tu micrófono. Ahora se te oye por otro: ${name}.`,
    },
  },

  trouble: {
    camera: {
      insecure: 'La cámara solo funciona en una dirección que empiece por https.',
      denied: 'Esta página no tiene permiso para usar tu cámara. Permítelo en el navegador (el signo junto a la dirección) y vuelve a intentarlo.',
      missing: 'No se ha encontrado ninguna cámara. Conecta una y vuelve a intentarlo.',
      busy: 'Otro programa está usando tu cámara. Ciérralo y vuelve a intentarlo.',
      unplugged: 'Tu cámara se ha desconectado. Conéctala otra vez o elige otra.',
      failed: 'Tu cámara no se ha podido encender. Vuelve a intentarlo.',
    },
    microphone: {
      insecure: 'El micrófono solo funciona en una dirección que empiece por https.',
      denied: 'Esta página no tiene permiso para usar tu micrófono. Permítelo en el navegador (el signo junto a la dirección) y vuelve a intentarlo.',
      missing: 'No se ha encontrado ningún micrófono. Conecta uno y vuelve a intentarlo.',
      busy: 'Otro programa está usando tu micrófono. Ciérralo y vuelve a intentarlo.',
      unplugged: 'Tu micrófono se ha desconectado. Conéctalo otra vez o elige otro.',
      failed: 'Tu micrófono no se ha podido encender. Vuelve a intentarlo.',
    },
    both: {
      insecure: 'La cámara y el micrófono solo funcionan en una dirección que empiece por https.',
      denied: 'Esta página no tiene permiso para usar tu cámara ni tu micrófono. Permítelo en el navegador (el signo junto a la dirección) y vuelve a intentarlo.',
      missing: 'No se han encontrado ni cámara ni micrófono. Conéctalos y vuelve a intentarlo.',
      busy: 'Otro programa está usando tu cámara y tu micrófono. Ciérralo y vuelve a intentarlo.',
      unplugged: 'Tu cámara y tu micrófono se han desconectado. Conéctalos otra vez o elige otros.',
      failed: 'Tu cámara y tu micrófono no se han podido encender. Vuelve a intentarlo.',
    },
  },
};
