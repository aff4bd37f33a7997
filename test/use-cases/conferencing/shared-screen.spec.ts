import type { Theme } from '../../../client/protocol.js';
import type { House, Organizer, SessionAnswer } from '../../http/house.js';
import { Socket, enter, join, offerOf, openInstances, seatRow, type Instance } from './instances.js';

describe('a shared screen, on two instances', () => {
  let close: () => Promise<void>;
  let house: House;
  let [one, two]: Instance[] = [];
  let ada: Organizer;
  const open: Socket[] = [];
  beforeAll(async () => {
    const opened = await openInstances('shared screen', 2);
    ({ house, close } = opened);
    [one, two] = opened.instances;
    ada = await house.organizer('Ada');
  }, 120_000);
  afterEach(() => open.splice(0).forEach((socket) => socket.close()));
  afterAll(() => close?.());

  const live = async (theme: Theme): Promise<SessionAnswer> => {
    const session = await house.schedule(ada, { theme });
    await house.http.post(`/api/sessions/${session.id}/start`).set(house.as(ada));
    await house.settled();
    return session;
  };
  const seated = async (at: Instance, { ticket }: { ticket: string }) => {
    const socket = await Socket.with(at.address, ticket);
    open.push(socket);
    return { socket, seatId: socket.state.you.seatId };
  };
  const SHARING = { type: 'devices', microphone: true, camera: true, screen: true } as const;

  it('is told to everyone, and offered to them as another part of what its owner sends', async () => {
    const session = await live('meeting');
    const [bob, eve] = [await seated(one!, await join(house, session.slug, 'Bob')), await seated(two!, await join(house, session.slug, 'Eve'))];
    expect(await eve.socket.ask({ type: 'receive' })).toBe('done');
    expect(await bob.socket.ask({ type: 'publish', sdp: offerOf(1) })).toBe('done');
    one!.gateway.sends(bob.seatId);
    const offers = () => two!.gateway.offered.filter(({ seatId, feeds }) => seatId === eve.seatId && feeds.some((feed) => feed.seatId === bob.seatId)).length;
    await house.until('what he sends is offered', async () => offers() > 0);
    const before = offers();
    one!.gateway.sends(bob.seatId); // the same feed, with a screen in it by now
    await house.until('it is offered again', async () => offers() > before);
    await bob.socket.ask(SHARING);
    await eve.socket.hears('person', ({ person }) => person.seatId === bob.seatId && person.screen === true);
    await bob.socket.ask({ ...SHARING, screen: false });
    await eve.socket.hears('person', ({ person }) => person.seatId === bob.seatId && !person.screen);
  });

  it('is nothing for who is not on stage, whatever the page says', async () => {
    const session = await live('webinar');
    const bob = await seated(one!, await join(house, session.slug, 'Bob'));
    expect(await bob.socket.ask(SHARING)).toBe('done');
    expect(await seatRow(house, bob.seatId)).toMatchObject({ screen: false });
    expect(await bob.socket.ask({ type: 'publish', sdp: offerOf(1) })).toBe('not-on-stage');
  });

  it('ends where a host stops the video, and with who leaves', async () => {
    const session = await live('meeting');
    const [hedy, bob] = [await seated(one!, await enter(house, ada, session)), await seated(two!, await join(house, session.slug, 'Bob'))];
    const isSeen = async (camera: boolean, screen: boolean) => {
      await hedy.socket.hears('person', ({ person }) => person.seatId === bob.seatId && person.camera === camera && (person.screen ?? false) === screen);
    };
    await bob.socket.ask(SHARING);
    await isSeen(true, true);
    await hedy.socket.ask({ type: 'silence', seatId: bob.seatId, kind: 'video', silenced: true });
    await isSeen(false, false);
    await bob.socket.ask({ ...SHARING, microphone: false });
    await bob.socket.ask(SHARING); // a page that does not obey
    await isSeen(false, false);
    await bob.socket.ask({ type: 'unsilence', kind: 'video' });
    await isSeen(true, true);
    await hedy.socket.ask({ type: 'silence-all', kind: 'video', held: false });
    await isSeen(false, false);
    await bob.socket.ask({ type: 'leave' });
    await hedy.socket.hears('gone', ({ seatId }) => seatId === bob.seatId);
    expect(await seatRow(house, bob.seatId)).toMatchObject({ screen: false });
  });
});
