import { describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { NarrowDoor } from './janus/narrow-door.js';
import { Turns } from './turns.js';

describe('turns', () => {
  it('let one thing happen at a time, in the order asked for, even after one that failed', async () => {
    const turns = new Turns();
    const order: string[] = [];
    const work = (name: string, ms: number) => async () => {
      order.push(`${name} begins`);
      await delay(ms);
      order.push(`${name} ends`);
      if (name === 'second') throw new Error('no');
    };
    const all = [turns.take('seat', work('first', 20)), turns.take('seat', work('second', 5)), turns.take('seat', work('third', 1))];
    const results = await Promise.allSettled(all);
    expect(order).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('of different things do not wait for each other', async () => {
    const turns = new Turns();
    const never = turns.take('one', () => new Promise<void>(() => {}));
    expect(await Promise.race([never, turns.take('other', async () => 'done')])).toBe('done');
  });
});

describe('a narrow door', () => {
  it('lets no more through at once than it is wide, and everybody in the end', async () => {
    const door = new NarrowDoor(3);
    let [inside, most] = [0, 0];
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) =>
        door.through(async () => {
          most = Math.max(most, ++inside);
          await delay(1);
          inside--;
          if (at % 5 === 0) throw new Error('no');
          return at;
        }),
      ),
    );
    expect([most, inside]).toEqual([3, 0]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
  });
});
