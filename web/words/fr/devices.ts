import type { devices as meant } from '../en/devices.js';

export const devices: typeof meant = {
  devices: {
    both: 'Caméra et micro',
    allow: 'Autorisez la caméra et le micro quand le navigateur le demande.',
    noPicture: 'Pas d’image de vous',
    cameraIsOff: 'Votre caméra est éteinte',
    muted: 'Votre micro est coupé. Les autres ne vous entendront pas.',
    withoutThem: 'Vous pouvez entrer sans.',
    change: 'Changer d’appareils',
    camera: 'Caméra',
    noCamera: 'Pas de caméra',
    microphone: 'Micro',
    noMicrophone: 'Pas de micro',
    speaker: 'Haut-parleur',
    blur: 'Flouter mon arrière-plan',
    playSound: 'Écouter un son',
    works: 'Votre micro fonctionne.',
    saySomething: 'Dites quelque chose : la barre suit votre voix.',
    mirror: 'Votre caméra, telle que les autres vous verront, en miroir',
    mute: 'Couper le micro',
    unmute: 'Ouvrir le micro',
    cameraOff: 'Éteindre la caméra',
    cameraOn: 'Allumer la caméra',
    standIn: {
      camera: (name) => `Votre caméra a été débranchée. On vous voit par une autre : ${name}.`,
      microphone: (name) => `Votre micro a été débranché. On vous entend par un autre : ${name}.`,
    },
  },

  trouble: {
    camera: {
      insecure: 'La caméra ne fonctionne qu’à une adresse qui commence par https.',
      denied: 'Cette page n’a pas le droit d’utiliser votre caméra. Autorisez-la dans le navigateur (le signe à côté de l’adresse), puis réessayez.',
      missing: 'Aucune caméra n’a été trouvée. Branchez-en une, puis réessayez.',
      busy: 'Un autre programme utilise votre caméra. Fermez-le, puis réessayez.',
      unplugged: 'Votre caméra a été débranchée. Rebranchez-la, ou choisissez-en une autre.',
      failed: 'Votre caméra n’a pas pu démarrer. Réessayez.',
    },
    microphone: {
      insecure: 'Le micro ne fonctionne qu’à une adresse qui commence par https.',
      denied: 'Cette page n’a pas le droit d’utiliser votre micro. Autorisez-le dans le navigateur (le signe à côté de l’adresse), puis réessayez.',
      missing: 'Aucun micro n’a été trouvé. Branchez-en un, puis réessayez.',
      busy: 'Un autre programme utilise votre micro. Fermez-le, puis réessayez.',
      unplugged: 'Votre micro a été débranché. Rebranchez-le, ou choisissez-en un autre.',
      failed: 'Votre micro n’a pas pu démarrer. Réessayez.',
    },
    both: {
      insecure: 'La caméra et le micro ne fonctionnent qu’à une adresse qui commence par https.',
      denied: 'Cette page n’a pas le droit d’utiliser votre caméra et votre micro. Autorisez-les dans le navigateur (le signe à côté de l’adresse), puis réessayez.',
      missing: 'Ni caméra ni micro n’ont été trouvés. Branchez-les, puis réessayez.',
      busy: 'Un autre programme utilise votre caméra et votre micro. Fermez-le, puis réessayez.',
      unplugged: 'Votre caméra et votre micro ont été débranchés. Rebranchez-les, ou choisissez-en d’autres.',
      failed: 'Votre caméra et votre micro n’ont pas pu démarrer. Réessayez.',
    },
  },
};
