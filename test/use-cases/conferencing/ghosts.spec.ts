import { jest } from '@jest/globals';
import type { House, Organizer, SessionAnswer } from '../../http/house.js';
import { Socket, comeBack, join, offerOf, openInstances, seatRow, type Instance } from './instances.js';

describe('who is there', () => {
  let close: () => Promise<void>;
  let house: House;
  let one: Instance;
  let ada: Organizer;
  let session: SessionAnswer;
  let inside: { Lobby: typeof import('../../../src/conferencing/lobby.js').Lobby; Presence: typeof import('../../../src/conferencing/presence.js').Presence };
  beforeAll(async () => {
    const opened = await openInstances('ghosts');
    ({ house, close } = opened);
    one = opened.instances[0]!;
    ada = await house.organizer('Ada');
    session = await house.schedule(ada);
    await house.http.post(`/api/sessions/${session.id}/start`).set(house.as(ada));
    await house.settled();
    inside = { ...(await import('../../../src/conferencing/lobby.js')), ...(await import('../../../src/conferencing/presence.js')) };
  }, 120_000);
  afterAll(() => close?.());
  afterEach(() => jest.restoreAllMocks());

  const isPresent = async (seatId: string) => (await seatRow(house, seatId))['present'] as boolean;

  it('is nobody whose greeting failed half-way', async () => {
    const bob = await join(house, session.slug, 'Bob');
    const arrived = jest.spyOn(one.app.get(inside.Presence), 'arrived').mockRejectedValueOnce(new Error('the database is away'));
    const socket = await Socket.to(one.address);
    socket.say({ type: 'hello', ticket: bob.ticket });
    expect(await socket.closed).toBe(1011);
    expect(arrived).toHaveBeenCalled();
    expect(one.app.get(inside.Lobby).find(bob.seatId)).toBeUndefined();
  });

  it('is whoever comes back while their going is still being carried out', async () => {
    const bob = await join(house, session.slug, 'Bob');
    const first = await Socket.with(one.address, bob.ticket);
    expect(await first.ask({ type: 'publish', sdp: offerOf(1) })).toBe('done');
    const letGo = one.gateway.holds('hangUp'); // a gateway that takes its time
    first.terminate();
    await house.until('the going has begun', async () => one.gateway.hungUp.some((line) => line.includes(bob.seatId)));
    const again = await Socket.with(one.address, await comeBack(house, session.slug, bob.cookie));
    letGo();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await isPresent(bob.seatId)).toBe(true);
    again.close();
  });

  it('has the whole grace for each time that a line is lost', async () => {
    const bob = await join(house, session.slug, 'Bob');
    (await Socket.with(one.address, bob.ticket)).terminate();
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    (await Socket.with(one.address, await comeBack(house, session.slug, bob.cookie))).terminate();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await isPresent(bob.seatId)).toBe(true);
    await house.until('the grace is over', async () => !(await isPresent(bob.seatId)));
  });

  it('is nobody whose going could not be written down at first', async () => {
    const bob = await join(house, session.slug, 'Bob');
    const socket = await Socket.with(one.address, bob.ticket);
    const departed = jest.spyOn(one.app.get(inside.Presence), 'departed').mockRejectedValueOnce(new Error('the database is away'));
    socket.terminate();
    await house.until('gone', async () => !(await isPresent(bob.seatId)), 20_000);
    expect(departed.mock.calls.length).toBeGreaterThan(1);
  }, 30_000);
});
