import type { gestures as meant } from '../en/gestures.js';
import { counting } from '../numbers.js';

const count = counting('fr');

export const gestures: typeof meant = {
  hands: {
    raise: 'Lever la main',
    lower: 'Baisser la main',
    up: 'Main levée',
    name: 'Mains levées',
    raised: (name) => `${name} lève la main.`,
    count: (hands) => count(hands, { one: '# main levée', many: '# de mains levées', other: '# mains levées' }),
    lowered: 'Baisser',
    lowerOf: (name) => `Baisser la main de ${name}`,
    lowerAll: 'Tout baisser',
  },
  reactions: {
    react: 'Réagir',
    '👍': 'Pouce levé',
    '👏': 'Applaudissements',
    '❤️': 'Cœur',
    '😂': 'Rire',
    '😮': 'Étonnement',
    '🎉': 'Fête',
  },
};
