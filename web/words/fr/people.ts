import type { people as meant } from '../en/people.js';
import { counting, listing } from '../numbers.js';

const count = counting('fr');
const list = listing('fr');

export const people: typeof meant = {
  people: {
    name: 'Personnes',
    host: 'Hôte',
    speaker: 'Intervenant·e',
    notListed: 'Le public ne figure pas dans la liste, et vous non plus.',
    watching: (people) => count(people, { one: 'et # personne regarde', many: 'et # de personnes regardent', other: 'et # personnes regardent' }),
    came: (names) => `Arrivée : ${list(names)}.`,
    left: (names) => `Départ : ${list(names)}.`,
  },
};
