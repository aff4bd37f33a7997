import { jest } from '@jest/globals';
import { WebSocket } from 'ws';
import type { House, Organizer } from '../../http/house.js';
import { Socket, join, openInstances, seatRow, type Instance } from './instances.js';

describe('two instances', () => {
  let close: () => Promise<void>;
  let house: House;
  let [one, two]: Instance[] = [];
  let ada: Organizer;
  let sweepOfTheFirst: () => Promise<void>;
  beforeAll(async () => {
    const opened = await openInstances('instances', 2);
    ({ house, close } = opened);
    [one, two] = opened.instances;
    ada = await house.organizer('Ada');
    const { Presence } = await import('../../../src/conferencing/presence.js');
    sweepOfTheFirst = () => one!.app.get(Presence).sweep();
  }, 120_000);
  afterAll(() => close?.());
  afterEach(() => jest.restoreAllMocks());

  const isPresent = async (seatId: string) => (await seatRow(house, seatId))['present'] as boolean;
  /** The first instance looks again when so much time has passed. */
  const later = async (ms: number): Promise<void> => {
    const now = performance.now() + ms;
    const time = jest.spyOn(performance, 'now').mockImplementation(() => now);
    await sweepOfTheFirst();
    time.mockRestore();
  };

  it('take nobody for gone whose instance could not show itself, for the database was away', async () => {
    const session = await house.schedule(ada);
    const { seatId, ticket } = await join(house, session.slug, 'Bob');
    const bob = await Socket.with(two!.address, ticket);
    await later(60_000); // both have been here for a while
    await house.database.query(`update conferencing.instance set seen_at = now() - interval '1 minute'`); // an outage
    await sweepOfTheFirst();
    expect(await isPresent(seatId)).toBe(true);
    await house.database.query('truncate conferencing.instance'); // what a crash of the database leaves of it
    await sweepOfTheFirst();
    expect(await isPresent(seatId)).toBe(true);
    bob.close();
  });

  it('take for gone whose instance has died', async () => {
    const session = await house.schedule(ada);
    const { seatId } = await join(house, session.slug, 'Bob');
    await house.database.query(`update conferencing.seat set present = true, instance = 'dead' where id = $1`, [seatId]);
    await sweepOfTheFirst();
    await later(60_000);
    expect(await isPresent(seatId)).toBe(false);
  });

  it('one of them goes within seconds, whatever becomes of a browser that does not answer any more', async () => {
    const session = await house.schedule(ada);
    const { ticket } = await join(house, session.slug, 'Bob');
    const asleep = new WebSocket(`${two!.address.replace('http', 'ws')}/ws`);
    await new Promise((open) => asleep.once('open', open));
    asleep.send(JSON.stringify({ type: 'hello', ticket }));
    await new Promise((told) => asleep.once('message', told));
    asleep.pause();
    const awake = await Socket.with(two!.address, (await join(house, session.slug, 'Eve')).ticket);
    const began = Date.now();
    const gone = two!.app.close();
    expect(await awake.closed).toBe(1012);
    await gone;
    expect(Date.now() - began).toBeLessThan(12_000);
    asleep.terminate();
  }, 45_000);
});
