import type { gestures as meant } from '../en/gestures.js';
import { counting } from '../numbers.js';

const count = counting('pt');

export const gestures: typeof meant = {
  hands: {
    raise: 'Levantar a mão',
    lower: 'Baixar a mão',
    up: 'Mão levantada',
    name: 'Mãos levantadas',
    raised: (name) => `${name} levantou a mão.`,
    count: (hands) => count(hands, { one: '# mão levantada', many: '# de mãos levantadas', other: '# mãos levantadas' }),
    lowered: 'Baixar',
    lowerOf: (name) => `Baixar a mão de ${name}`,
    lowerAll: 'Baixar todas',
  },
  reactions: {
    react: 'Reagir',
    '👍': 'Joinha',
    '👏': 'Aplausos',
    '❤️': 'Coração',
    '😂': 'Risada',
    '😮': 'Surpresa',
    '🎉': 'Comemoração',
  },
};
