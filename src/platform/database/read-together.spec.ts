import { ReadTogether } from './read-together.js';

describe('reads of the same thing', () => {
  const told = new Map<number, (value: number) => void>();
  let reads = 0;
  const read = () => new Promise<number>((tell) => told.set(++reads, tell));
  beforeEach(() => {
    reads = 0;
    told.clear();
  });

  it('are shared by all who ask while one is under way, and nobody gets what was read before they asked', async () => {
    const together = new ReadTogether<number>();
    const first = together.of('room', read);
    const [second, third] = [together.of('room', read), together.of('room', read)];
    expect(reads).toBe(1);
    told.get(1)!(1);
    expect(await first).toBe(1);
    await new Promise((turn) => setImmediate(turn));
    expect(reads).toBe(2);
    const fourth = together.of('room', read);
    told.get(2)!(2);
    expect(await Promise.all([second, third])).toEqual([2, 2]);
    await new Promise((turn) => setImmediate(turn));
    told.get(3)!(3);
    expect(await fourth).toBe(3);
    expect(reads).toBe(3);
  });

  it('wait a moment for others where several share them, never for one alone', async () => {
    const together = new ReadTogether<number>(20);
    const first = together.of('room', read);
    const several = [together.of('room', read), together.of('room', read)];
    told.get(1)!(1);
    await first;
    await new Promise((turn) => setImmediate(turn));
    several.push(together.of('room', read));
    while (reads < 2) await new Promise((turn) => setImmediate(turn));
    const alone = together.of('room', read);
    told.get(2)!(2);
    expect(await Promise.all(several)).toEqual([2, 2, 2]);
    await new Promise((turn) => setImmediate(turn));
    told.get(3)!(3);
    expect(await alone).toBe(3);
  });

  it('of another thing wait for nothing', () => {
    const together = new ReadTogether<number>();
    void together.of('room', read);
    void together.of('other', read);
    expect(reads).toBe(2);
  });

  it('that fail, fail for those who shared them, and the next is none the worse', async () => {
    const together = new ReadTogether<number>();
    const first = together.of('room', () => Promise.reject(new Error('away')));
    const second = together.of('room', () => Promise.resolve(7));
    await expect(first).rejects.toThrow('away');
    expect(await second).toBe(7);
    expect(await together.of('room', () => Promise.resolve(8))).toBe(8);
  });
});
