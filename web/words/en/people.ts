import { counting, listing } from '../numbers.js';

const count = counting('en');
const list = listing('en-GB');

/** Who is here, who comes and who goes. */
export const people = {
  people: {
    name: 'People',
    host: 'Host',
    speaker: 'Speaker',
    notListed: 'The audience is not listed, and neither are you.',
    watching: (people: number) => count(people, { one: 'and # watching', other: 'and # watching' }),
    came: (names: readonly string[]) => `${list(names)} came in.`,
    left: (names: readonly string[]) => `${list(names)} left.`,
  },
};
