import type { Reaction } from '../../../client/protocol.ts';
import { counting } from '../numbers.js';

const count = counting('en');

/** What is said without words. */
export const gestures = {
  hands: {
    raise: 'Raise hand',
    lower: 'Lower hand',
    up: 'Hand raised',
    name: 'Raised hands',
    raised: (name: string) => `${name} raised a hand.`,
    count: (hands: number) => count(hands, { one: '# raised hand', other: '# raised hands' }),
    lowered: 'Lower',
    lowerOf: (name: string) => `Lower the hand of ${name}`,
    lowerAll: 'Lower all',
  },
  reactions: {
    react: 'React',
    '👍': 'Thumbs up',
    '👏': 'Applause',
    '❤️': 'Heart',
    '😂': 'Laughter',
    '😮': 'Surprise',
    '🎉': 'Celebration',
  } satisfies Record<Reaction | 'react', string>,
};
