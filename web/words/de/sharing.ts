import type { sharing as meant } from '../en/sharing.js';

export const sharing: typeof meant = {
  sharing: {
    share: 'Bildschirm teilen',
    stop: 'Nicht mehr teilen',
    youShare: 'Sie teilen Ihren Bildschirm.',
    failed: 'Ihr Bildschirm lässt sich nicht teilen. Vielleicht erlaubt es das System dem Browser nicht; versuchen Sie es danach noch einmal.',
    screenOf: (name) => `Bildschirm von ${name}`,
    shares: (name) => `${name} teilt den Bildschirm.`,
    ended: 'Der Bildschirm wird nicht mehr geteilt.',
  },
};
