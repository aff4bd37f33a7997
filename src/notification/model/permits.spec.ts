import { Permits } from './permits.js';

/** Whether it is granted by now. */
async function isGranted(granting: Promise<void>): Promise<boolean> {
  let granted = false;
  void granting.then(() => { granted = true; });
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  return granted;
}

describe('permits', () => {
  it('are granted to so many; the next gets theirs when one is given back, in the order of asking', async () => {
    const permits = new Permits(2);
    const [first, second, third, fourth] = [permits.ask(), permits.ask(), permits.ask(), permits.ask()];
    const granting = [first, second, third, fourth].map((permit) => permit.granted());
    expect(await Promise.all(granting.map(isGranted))).toEqual([true, true, false, false]);
    expect([second.isWaiting, third.isWaiting]).toEqual([false, true]);
    first.giveBack();
    expect(await Promise.all(granting.map(isGranted))).toEqual([true, true, true, false]);
    second.giveBack();
    expect(await isGranted(granting[3]!)).toBe(true);
  });

  it('that come back while nobody waits are there for whoever comes next, and no more of them than there were', async () => {
    const permits = new Permits(1);
    const one = permits.ask();
    expect(one.isWaiting).toBe(false); // it was not asked for yet
    await one.granted();
    one.giveBack();
    await isGranted(Promise.resolve());
    expect([await isGranted(permits.ask().granted()), await isGranted(permits.ask().granted())]).toEqual([true, false]);
  });

  it('count once, however often they are asked for and given back', async () => {
    const permits = new Permits(1);
    const one = permits.ask();
    await Promise.all([one.granted(), one.granted()]);
    one.giveBack();
    one.giveBack();
    await permits.ask().granted();
    expect(await isGranted(permits.ask().granted())).toBe(false);
  });

  it('are not lost where whoever waits gives up', async () => {
    const permits = new Permits(1);
    const [holding, waiting] = [permits.ask(), permits.ask()];
    await holding.granted();
    void waiting.granted();
    waiting.giveBack();
    permits.ask().giveBack(); // never asked for: nothing to give
    holding.giveBack();
    expect(await isGranted(permits.ask().granted())).toBe(true);
    expect(await isGranted(permits.ask().granted())).toBe(false);
  });
});
