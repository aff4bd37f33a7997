import type { people as meant } from '../en/people.js';
import { counting, listing } from '../numbers.js';

const count = counting('de');
const list = listing('de');

export const people: typeof meant = {
  people: {
    name: 'Personen',
    host: 'Leitung',
    speaker: 'Spricht',
    notListed: 'Das Publikum steht nicht in der Liste, auch Sie nicht.',
    watching: (people) => count(people, { one: 'und # Person sieht zu', other: 'und # sehen zu' }),
    came: (names) => `Hereingekommen: ${list(names)}.`,
    left: (names) => `Gegangen: ${list(names)}.`,
  },
};
