import { initialsOf } from './initials.ts';

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['  ada  king  lovelace ', 'AL'],
    ['Cher', 'C'],
    ['éva szabó', 'ÉS'],
    ['👩‍🔬 Marie', '👩‍🔬M'],
    ['', '?'],
  ])('of "%s" are "%s"', (name, initials) => expect(initialsOf(name)).toBe(initials));
});
