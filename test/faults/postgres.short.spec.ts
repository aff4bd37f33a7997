import { postgres } from './postgres.ts';

/** The shortest form of `npm run faults -- postgres`. How long things take is for that command to judge. */
describe('PostgreSQL restarted, crashed, stopped and frozen under load', () => {
  it('costs no registration that was acknowledged, no second mail, and not the process', async () => {
    const found = await postgres({ short: true, runs: 1, due: 0 }, () => undefined);
    expect(found).toMatchObject({ lost: 0, doubled: 0, counts: { exits: 0 } });
    expect(found.acknowledged).toBeGreaterThan(0);
  }, 180_000);
});
