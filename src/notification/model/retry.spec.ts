import { secondsUntilNextTry } from './retry.js';

describe('a mail that is put off', () => {
  it('is tried again sooner at first, then every half hour', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 100].map(secondsUntilNextTry)).toEqual([15, 60, 300, 900, 1_800, 1_800, 1_800, 1_800]);
  });

  it('is tried again soon where no try was counted', () => {
    expect(secondsUntilNextTry(0)).toBe(15);
  });
});
