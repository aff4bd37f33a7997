import type { House, Organizer, SessionAnswer } from '../../http/house.js';
import { Socket, join, offerOf, openInstances, type Instance } from './instances.js';

describe('what is looked at, on two instances', () => {
  let close: () => Promise<void>;
  let house: House;
  let [one, two]: Instance[] = [];
  let ada: Organizer;
  const open: Socket[] = [];
  beforeAll(async () => {
    const opened = await openInstances('bandwidth', 2);
    ({ house, close } = opened);
    [one, two] = opened.instances;
    ada = await house.organizer('Ada');
  }, 120_000);
  afterEach(() => open.splice(0).forEach((socket) => socket.close()));
  afterAll(() => close?.());

  const live = async (): Promise<SessionAnswer> => {
    const session = await house.schedule(ada, { theme: 'meeting' });
    await house.http.post(`/api/sessions/${session.id}/start`).set(house.as(ada));
    await house.settled();
    return session;
  };
  const seated = async (at: Instance, session: SessionAnswer, name: string) => {
    const socket = await Socket.with(at.address, (await join(house, session.slug, name)).ticket);
    open.push(socket);
    return { socket, seatId: socket.state.you.seatId, gateway: at.gateway };
  };

  it('tells the gateway, for who receives, and nothing for who does not', async () => {
    const session = await live();
    const [bob, eve] = [await seated(one!, session, 'Bob'), await seated(two!, session, 'Eve')];
    const at = [{ seatId: eve.seatId, height: 360 }];
    expect(await bob.socket.ask({ type: 'look', at })).toBe('done');
    expect(bob.gateway.looked).toEqual([]);
    expect(await bob.socket.ask({ type: 'receive' })).toBe('done');
    expect(await bob.socket.ask({ type: 'look', at })).toBe('done');
    expect(bob.gateway.looked).toEqual([{ seatId: bob.seatId, at }]);
  });

  it('tells who sends the largest that anyone shows, whichever instance they are at, until nobody does', async () => {
    const session = await live();
    const [bob, eve, cleo] = [await seated(one!, session, 'Bob'), await seated(two!, session, 'Eve'), await seated(one!, session, 'Cleo')];
    expect(await bob.socket.ask({ type: 'publish', sdp: offerOf(1) })).toBe('done');
    await bob.socket.hears('seen', ({ camera, screen }) => camera === 0 && screen === 0);
    for (const who of [eve, cleo]) expect(await who.socket.ask({ type: 'receive' })).toBe('done');
    await eve.socket.ask({ type: 'look', at: [{ seatId: bob.seatId, height: 180 }, { seatId: bob.seatId, screen: true, height: 1080 }] });
    await bob.socket.hears('seen', ({ camera, screen }) => camera === 180 && screen === 1080);
    await cleo.socket.ask({ type: 'look', at: [{ seatId: bob.seatId, height: 720 }] });
    await bob.socket.hears('seen', ({ camera, screen }) => camera === 720 && screen === 1080);
    await cleo.socket.ask({ type: 'look', at: [] });
    await bob.socket.hears('seen', ({ camera, screen }) => camera === 180 && screen === 1080);
    await eve.socket.ask({ type: 'hang-up', direction: 'receive' }); // gone without having looked away
    await bob.socket.hears('seen', ({ camera, screen }) => camera === 0 && screen === 0);
  }, 30_000);

  it('is nothing that is no list of pictures', async () => {
    const session = await live();
    const bob = await seated(one!, session, 'Bob');
    for (const at of [null, [{ seatId: 'x', height: 180 }], [{ seatId: bob.seatId, height: 0 }], [{ seatId: bob.seatId, height: 1.5 }], Array(201).fill({ seatId: bob.seatId, height: 90 })]) {
      expect(await bob.socket.ask({ type: 'look', at } as never)).toBe('not-understood');
    }
  });
});
