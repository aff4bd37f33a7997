import { Together } from './together.js';

describe('what arrives at the same moment', () => {
  it('is written together, and what comes while two are under way waits for the next', async () => {
    const [batches, ends]: [string[][], (() => void)[]] = [[], []];
    const together = new Together<string>((items) => {
      batches.push([...items]);
      return new Promise((end) => ends.push(end));
    });
    const turn = () => new Promise((next) => setImmediate(next));
    const all = [together.add('a'), together.add('b')];
    await turn();
    all.push(together.add('c'));
    await turn();
    all.push(together.add('d'), together.add('e'));
    await turn();
    expect(batches).toEqual([['a', 'b'], ['c']]);
    ends[0]!();
    await all[0];
    await turn();
    expect(batches[2]).toEqual(['d', 'e']);
    ends.forEach((end) => end());
    await Promise.all(all);
  });

  it('fails together, and the next is none the worse', async () => {
    let good = false;
    const together = new Together<number>(() => (good ? Promise.resolve() : Promise.reject(new Error('away'))));
    expect((await Promise.allSettled([together.add(1), together.add(2)])).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    good = true;
    await together.add(3);
  });

  it('gives everybody what was said of theirs', async () => {
    const squares = new Together<number, number>((all) => Promise.resolve(all.map((one) => one * one)));
    expect(await Promise.all([squares.add(2), squares.add(3)])).toEqual([4, 9]);
  });

  it('waits a moment for others where several came, and never for one alone', async () => {
    const batches: number[][] = [];
    const together = new Together<number>((items) => Promise.resolve(void batches.push([...items])), 1, Infinity, 20);
    await together.add(1);
    await Promise.all([together.add(2), together.add(3)]);
    const fourth = together.add(4);
    await new Promise((turn) => setImmediate(() => setImmediate(turn)));
    await Promise.all([fourth, together.add(5)]);
    await together.add(6);
    expect(batches).toEqual([[1], [2, 3], [4, 5], [6]]);
  });

  it('is no more than so many in one statement; the others are next', async () => {
    const batches: number[][] = [];
    const together = new Together<number>((items) => Promise.resolve(void batches.push([...items])), 1, 2);
    await Promise.all([1, 2, 3, 4, 5].map((one) => together.add(one)));
    expect(batches).toEqual([[1, 2], [3, 4], [5]]);
  });
});
