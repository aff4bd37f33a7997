import { clock } from './clock.ts';

/** The shortest form of `npm run faults -- clock`. */
describe('an app whose clock jumps', () => {
  it('reminds nobody too early and nobody twice: the database knows what time it is', async () => {
    await expect(clock({ short: true, runs: 1, due: 0 }, () => undefined)).resolves.toMatchObject({ lost: 0, doubled: 0, counts: { early: 0, reminded: 20 } });
  }, 180_000);
});
