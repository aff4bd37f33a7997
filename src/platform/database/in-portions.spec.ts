import { InPortions } from './in-portions.js';

describe('work in portions', () => {
  const warned: string[] = [];
  const log = { warn: (line: string) => void warned.push(line) };

  it('goes on until a portion is not full', async () => {
    const found = [100, 100, 3, 100];
    await new InPortions(log, () => Promise.resolve(found.shift()!)).look();
    expect(found).toEqual([100]);
  });

  it('is not done twice at once', async () => {
    let [looks, done] = [0, () => {}];
    const work = new InPortions(log, () => new Promise((resolve) => {
      looks++;
      done = () => resolve(0);
    }));
    const first = work.look();
    await work.look();
    expect(looks).toBe(1);
    done();
    await first;
  });

  it('that fails is told, and done by the next look', async () => {
    let away = true;
    let done = 0;
    const work = new InPortions(log, () => (away ? Promise.reject(new Error('away')) : Promise.resolve(++done)));
    await work.look();
    expect(warned).toEqual(['Not done yet: away']);
    away = false;
    await work.look();
    expect(done).toBe(1);
  });
});
