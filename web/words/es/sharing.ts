import type { sharing as meant } from '../en/sharing.js';

export const sharing: typeof meant = {
  sharing: {
    share: 'Compartir pantalla',
    stop: 'Dejar de compartir',
    youShare: 'Estás compartiendo tu pantalla.',
    failed: 'No se ha podido compartir tu pantalla. Puede que el sistema no se lo permita al navegador; permítelo y vuelve a intentarlo.',
    screenOf: (name) => `Pantalla de ${name}`,
    shares: (name) => `${name} comparte su pantalla.`,
    ended: 'La pantalla ya no se comparte.',
  },
};
