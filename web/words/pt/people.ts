import type { people as meant } from '../en/people.js';
import { counting, listing } from '../numbers.js';

const count = counting('pt');
const list = listing('pt');

export const people: typeof meant = {
  people: {
    name: 'Pessoas',
    host: 'Conduz',
    speaker: 'Palestrante',
    notListed: 'O público não aparece na lista, e você também não.',
    watching: (people) => count(people, { one: 'e # pessoa assistindo', many: 'e # de pessoas assistindo', other: 'e # pessoas assistindo' }),
    came: (names) => `Entrou: ${list(names)}.`,
    left: (names) => `Saiu: ${list(names)}.`,
  },
};
