import { jest } from '@jest/globals';
import type { House, Organizer, SessionAnswer } from '../../http/house.js';
import { Socket, comeBack, join, offerOf, openInstances, seatRow, type Instance } from './instances.js';

const GRACE_MS = 5_000;
const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('what a seat sends and receives, on two instances', () => {
  let close: () => Promise<void>;
  let house: House;
  let [one, two]: Instance[] = [];
  let ada: Organizer;
  beforeAll(async () => {
    const opened = await openInstances('media of a seat', 2);
    ({ house, close } = opened);
    [one, two] = opened.instances;
    ada = await house.organizer('Ada');
  }, 120_000);
  afterAll(() => close?.());

  const live = async (changes: object = {}): Promise<SessionAnswer> => {
    const session = await house.schedule(ada, changes);
    await house.http.post(`/api/sessions/${session.id}/start`).set(house.as(ada));
    await house.settled();
    return session;
  };
  const feedOf = async (seatId: string) => (await seatRow(house, seatId))['feed_id'];
  /** In at an instance, and sending there over that RTCPeerConnection. */
  const sending = async (at: Instance, seat: { seatId: string; ticket: string }, connection: number): Promise<Socket> => {
    const socket = await Socket.with(at.address, seat.ticket);
    expect(await socket.ask({ type: 'publish', sdp: offerOf(connection) })).toBe('done');
    at.gateway.sends(seat.seatId);
    await house.until('its feed is known', async () => (await feedOf(seat.seatId)) === `${seat.seatId}.${connection}`);
    return socket;
  };

  it('goes on when a person came back at another instance: what the first one cleans up is its own', async () => {
    const session = await live();
    const bob = await join(house, session.slug, 'Bob');
    (await sending(one!, bob, 1)).terminate();
    const again = await sending(two!, { ...bob, ticket: await comeBack(house, session.slug, bob.cookie) }, 2);
    await house.until('the first instance has hung up', async () => one!.gateway.hungUp.some((line) => line.includes(bob.seatId)), GRACE_MS + 5_000);
    await after(300);
    expect(await feedOf(bob.seatId)).toBe(`${bob.seatId}.2`);
    again.close();
  }, 30_000);

  it('goes on when the gateway was restarted and another instance noticed later', async () => {
    const session = await live();
    const [bob, eve] = [await join(house, session.slug, 'Bob'), await join(house, session.slug, 'Eve')];
    const sockets = [await sending(one!, bob, 1), await sending(two!, eve, 1)];
    one!.gateway.restarts();
    await house.until('its own feeds are forgotten', async () => (await feedOf(bob.seatId)) === null);
    await after(300);
    expect(await feedOf(eve.seatId)).toBe(`${eve.seatId}.1`);
    for (const socket of sockets) socket.close();
  }, 30_000);

  it('is shown as it was said last, also where the words before it took longer', async () => {
    const { EntityManager } = await import('@mikro-orm/postgresql');
    const bob = await join(house, (await live()).slug, 'Bob');
    const socket = await Socket.with(one!.address, bob.ticket);
    const em = one!.app.get(EntityManager);
    const execute = em.execute.bind(em);
    // The first thing that is written of devices waits a moment on its way to the database.
    let first = true;
    const slow = jest.spyOn(em, 'execute').mockImplementation(async (...what: Parameters<typeof execute>) => {
      if (first && String(what[0]).includes('set microphone = now.microphone')) {
        first = false;
        await after(500);
      }
      return execute(...what) as never;
    });
    const said = [{ microphone: true, camera: false }, { microphone: true, camera: true }].map((devices) => socket.ask({ type: 'devices', ...devices }));
    expect(await Promise.all(said)).toEqual(['done', 'done']);
    slow.mockRestore();
    expect([first, await seatRow(house, bob.seatId)]).toMatchObject([false, { microphone: true, camera: true }]);
    socket.close();
  });

  it('ends at once on the device from which the seat was moved away', async () => {
    const session = await live({ registration: { fields: [] } });
    const token = await house.register(session.slug, 'bob@example.org');
    const join = async (moveHere: boolean) => (await house.http.post('/api/join').send({ token, name: 'Bob', moveHere })).body as { seatId: string; ticket: string };
    const phone = await join(false);
    const socket = await sending(one!, phone, 1);
    await join(true); // its socket is still to come
    expect(await socket.closed).toBe(4409);
    await house.until('the phone is hung up', async () => one!.gateway.hungUp.some((line) => line.includes(phone.seatId)), 2_000);
    await house.until('nobody receives it', async () => (await feedOf(phone.seatId)) === null, 2_000);
  }, 30_000);

  it('ends on the device from which the seat was moved away, also while its socket is lost', async () => {
    const session = await live({ registration: { fields: [] } });
    const token = await house.register(session.slug, 'bob@example.org');
    const join = async (moveHere: boolean) => (await house.http.post('/api/join').send({ token, name: 'Bob', moveHere })).body as { seatId: string; ticket: string };
    const phone = await join(false);
    (await sending(one!, phone, 1)).terminate();
    await join(true);
    await house.until('the phone is hung up', async () => one!.gateway.hungUp.some((line) => line.includes(phone.seatId)), 2_000);
  }, 30_000);

  it('is begun anew where an offer failed: nobody stays deaf to who came later', async () => {
    const session = await live();
    const [bob, eve] = [await join(house, session.slug, 'Bob'), await join(house, session.slug, 'Eve')];
    const listener = await Socket.with(one!.address, bob.ticket);
    expect(await listener.ask({ type: 'receive' })).toBe('done');
    one!.gateway.failing.add('offer');
    const sender = await sending(one!, eve, 1);
    await listener.hears('hung-up', ({ direction, why }) => direction === 'receive' && why !== 'not-here');
    one!.gateway.failing.clear();
    for (const socket of [listener, sender]) socket.close();
  }, 30_000);

  it('flows for who was negotiating ahead in the moment of the start', async () => {
    const session = await house.schedule(ada);
    const bob = await join(house, session.slug, 'Bob');
    const waiting = await Socket.with(one!.address, bob.ticket);
    const [{ WarmSeats }, { Lobby }] = [await import('../../../src/conferencing/stage/warm-seats.js'), await import('../../../src/conferencing/lobby.js')];
    one!.app.get(WarmSeats).invite(one!.app.get(Lobby).find(bob.seatId)!);
    const letGo = one!.gateway.holds('open');
    const asked = waiting.ask({ type: 'receive' });
    await after(300);
    await house.http.post(`/api/sessions/${session.id}/start`).set(house.as(ada));
    await waiting.hears('opened');
    await after(300);
    letGo();
    expect(await asked).toBe('done');
    await after(300);
    expect(one!.gateway.offered.filter(({ seatId }) => seatId === bob.seatId).at(-1)).toMatchObject({ open: true });
    waiting.close();
  }, 30_000);
});
