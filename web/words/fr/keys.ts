import type { keys as meant } from '../en/keys.js';

export const keys: typeof meant = {
  keys: {
    title: 'Raccourcis clavier',
    active: 'Les touches seules agissent, sauf pendant que vous écrivez',
    microphone: 'Couper ou rétablir le micro',
    camera: 'Allumer ou éteindre la caméra',
    hand: 'Lever ou baisser la main',
    view: 'Vue intervenant ou mosaïque',
  },
};
