import type { people as meant } from '../en/people.js';
import { counting, listing } from '../numbers.js';

const count = counting('es');
const list = listing('es');

export const people: typeof meant = {
  people: {
    name: 'Personas',
    host: 'Dirige',
    speaker: 'Ponente',
    notListed: 'El público no aparece en la lista, y tú tampoco.',
    watching: (people) => count(people, { one: 'y # persona mirando', many: 'y # de personas mirando', other: 'y # personas mirando' }),
    came: (names) => `Ha entrado: ${list(names)}.`,
    left: (names) => `Ha salido: ${list(names)}.`,
  },
};
