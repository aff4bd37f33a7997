import type { gestures as meant } from '../en/gestures.js';
import { counting } from '../numbers.js';

const count = counting('es');

export const gestures: typeof meant = {
  hands: {
    raise: 'Levantar la mano',
    lower: 'Bajar la mano',
    up: 'Mano levantada',
    name: 'Manos levantadas',
    raised: (name) => `${name} levanta la mano.`,
    count: (hands) => count(hands, { one: '# mano levantada', many: '# de manos levantadas', other: '# manos levantadas' }),
    lowered: 'Bajar',
    lowerOf: (name) => `Bajar la mano de ${name}`,
    lowerAll: 'Bajar todas',
  },
  reactions: {
    react: 'Reaccionar',
    '👍': 'Pulgar arriba',
    '👏': 'Aplauso',
    '❤️': 'Corazón',
    '😂': 'Risa',
    '😮': 'Sorpresa',
    '🎉': 'Celebración',
  },
};
