import type { sharing as meant } from '../en/sharing.js';

export const sharing: typeof meant = {
  sharing: {
    share: 'Partager l’écran',
    stop: 'Arrêter le partage',
    youShare: 'Vous partagez votre écran.',
    failed: 'Votre écran n’a pas pu être partagé. Le système ne le permet peut-être pas au navigateur ; autorisez-le, puis réessayez.',
    screenOf: (name) => `Écran de ${name}`,
    shares: (name) => `${name} partage son écran.`,
    ended: 'L’écran n’est plus partagé.',
  },
};
