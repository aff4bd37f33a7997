import type { gestures as meant } from '../en/gestures.js';
import { counting } from '../numbers.js';

const count = counting('de');

export const gestures: typeof meant = {
  hands: {
    raise: 'Hand heben',
    lower: 'Hand senken',
    up: 'Hand gehoben',
    name: 'Gehobene Hände',
    raised: (name) => `${name} hebt die Hand.`,
    count: (hands) => count(hands, { one: '# gehobene Hand', other: '# gehobene Hände' }),
    lowered: 'Senken',
    lowerOf: (name) => `Die Hand von ${name} senken`,
    lowerAll: 'Alle senken',
  },
  reactions: {
    react: 'Reagieren',
    '👍': 'Daumen hoch',
    '👏': 'Beifall',
    '❤️': 'Herz',
    '😂': 'Lachen',
    '😮': 'Staunen',
    '🎉': 'Feiern',
  },
};
