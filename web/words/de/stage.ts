import type { stage as meant } from '../en/stage.js';

export const stage: typeof meant = {
  stage: {
    name: 'Bühne',
    empty: 'Gerade ist niemand auf der Bühne. Hier werden Sie alle sehen und hören.',
    you: (name) => `${name} (Sie)`,
    muted: 'Stumm',
    beside: 'Die anderen',
    cameraOf: (name) => `Kamera von ${name}`,
  },
};
