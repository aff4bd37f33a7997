import { choicesOf } from './ballot.js';

const refused = (choices: readonly number[], poll: { options: number; multiple: boolean }): string => {
  try {
    return `taken: ${choicesOf(choices, poll).join()}`;
  } catch (error) {
    const { code, status, sentence } = error as { code: string; status: number; sentence: string };
    return `${code} ${status} ${sentence}`;
  }
};

describe('a ballot', () => {
  it('is one of the answers', () => {
    for (const choice of [0, 1, 2]) expect(choicesOf([choice], { options: 3, multiple: false })).toEqual([choice]);
  });

  it('is some of them where several may be chosen, in the order of the poll', () => {
    expect(choicesOf([2, 0], { options: 3, multiple: true })).toEqual([0, 2]);
    expect(choicesOf([10, 9, 2], { options: 11, multiple: true })).toEqual([2, 9, 10]);
  });

  it.each([[[]], [[0, 1]], [[0, 0]], [[3]], [[-1]], [[0.5]], [[Number.NaN]]])('%j is refused where one has to be chosen', (choices) => {
    expect(refused(choices, { options: 3, multiple: false })).toBe('choice-not-offered 422 Choose one of the answers.');
  });

  it.each([[[]], [[1, 1]], [[0, 3]], [[0, -1]]])('%j is refused where several may be', (choices) => {
    expect(refused(choices, { options: 3, multiple: true })).toBe('choice-not-offered 422 Choose one or more of the answers.');
  });
});
