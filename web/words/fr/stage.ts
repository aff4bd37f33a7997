import type { stage as meant } from '../en/stage.js';

export const stage: typeof meant = {
  stage: {
    name: 'Scène',
    empty: 'Personne n’est sur scène pour le moment. Vous verrez et entendrez tout le monde ici.',
    you: (name) => `${name} (vous)`,
    muted: 'Micro coupé',
    beside: 'Les autres',
    cameraOf: (name) => `Caméra de ${name}`,
  },
};
