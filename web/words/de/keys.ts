import type { keys as meant } from '../en/keys.js';

export const keys: typeof meant = {
  keys: {
    title: 'Tastenkürzel',
    active: 'Einzelne Tasten gelten, außer beim Schreiben',
    microphone: 'Mikrofon aus oder an',
    camera: 'Kamera an oder aus',
    hand: 'Hand heben oder senken',
    view: 'Sprecher- oder Rasteransicht',
  },
};
