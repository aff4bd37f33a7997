import type { JanusLink } from './link.js';
import { Rooms } from './rooms.js';

/** A gateway that is asked for rooms, and answers each request a turn later. */
function gateway() {
  const asked: string[] = [];
  const handle = {
    ended: false,
    ask: async (body: { request: string }) => {
      asked.push(body.request);
      await new Promise((later) => setImmediate(later));
      return { data: { private_id: 1 }, jsep: null };
    },
    listen: () => undefined, note: () => undefined, detach: () => Promise.resolve(),
  };
  return { asked, rooms: new Rooms({ attach: () => Promise.resolve(handle) } as unknown as JanusLink, 'admin', { feed: () => undefined, gone: () => undefined }) };
}

describe('a room at the gateway', () => {
  const room = { id: 'room', secret: 'secret', pin: 'pin', publishers: 2 };

  it('is asked for once or twice by a hundred who want it in the same moment, not by one after the other', async () => {
    const { asked, rooms } = gateway();
    await Promise.all(Array.from({ length: 100 }, () => rooms.open(room)));
    expect(asked.filter((request) => request === 'create').length).toBeLessThanOrEqual(2);
  });

  it('is asked for again by who comes later, for it may have vanished', async () => {
    const { asked, rooms } = gateway();
    await rooms.open(room);
    await rooms.open(room);
    expect(asked.filter((request) => request === 'create')).toHaveLength(2);
  });
});
