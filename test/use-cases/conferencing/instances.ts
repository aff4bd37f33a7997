import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { cookiesOf, openHouse, type House, type SessionAnswer } from '../../http/house.js';
import { Socket } from '../../http/socket.js';
import type { Direction, Kind, Looked } from '../../../client/protocol.js';
import type { Feed } from '../../../src/conferencing/media-rooms.js';

/** A gateway that says yes to everything and remembers what it was asked: what it would tell, the test tells. */
export interface Gateway {
  readonly published: Feed[];
  readonly looked: { seatId: string; at: readonly Looked[] }[];
  readonly offered: { seatId: string; feeds: readonly Feed[]; open: boolean }[];
  readonly hungUp: string[];
  readonly closed: string[];
  /** What is written down of whom, in the order in which it was said. */
  readonly recorded: { seatId: string; feedId: string; pieces: string | null }[];
  /** What of a seat's sending reaches nobody, in the order in which it was said. */
  readonly silenced: { seatId: string; kinds: readonly Kind[] }[];
  /** Fails when it is asked for one of these. */
  readonly failing: Set<string>;
  /** Lets whoever asks for this wait until it is let go. */
  holds(what: string): () => void;
  /** Media of that seat begins to arrive. */
  sends(seatId: string): void;
  ends(seatId: string, direction: Direction): void;
  /** It was restarted, and knows nothing of what was before. */
  restarts(): void;
}

export interface Instance {
  readonly app: NestFastifyApplication;
  readonly address: string;
  readonly gateway: Gateway;
}

/** The house with as many instances as a test wants, all on one database. */
export async function openInstances(name: string, count = 1): Promise<{ house: House; instances: Instance[]; close(): Promise<void> }> {
  const house = await openHouse(name);
  const { start } = await import('../../../src/start.js');
  const instances = [{ app: house.app, address: house.address, gateway: await gatewayOf(house.app) }];
  while (instances.length < count) {
    const { app } = await start();
    const gateway = await gatewayOf(app);
    await app.listen(0, '127.0.0.1');
    instances.push({ app, address: `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`, gateway });
  }
  return {
    house,
    instances,
    close: async () => {
      for (const { app } of instances.slice(1)) await app.close();
      await house.close();
    },
  };
}

/** Takes a guest's seat; the cookie is that of their browser. */
export async function join(house: House, slug: string, name: string, cookie = ''): Promise<{ seatId: string; ticket: string; cookie: string }> {
  const answer = await house.http.post('/api/join').set(cookie ? { cookie } : {}).send({ slug, name });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return { ...(answer.body as { seatId: string; ticket: string }), cookie: cookiesOf(answer) || cookie };
}

/** A fresh ticket for the seat of that browser. */
export async function comeBack(house: House, slug: string, cookie: string): Promise<string> {
  const answer = await house.http.post('/api/join/return').set({ cookie }).send({ slug });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return (answer.body as { ticket: string }).ticket;
}

/** The host's seat, taken with a key and the organizer's cookie. */
export async function enter(house: House, by: { key: string }, session: SessionAnswer): Promise<{ seatId: string; ticket: string; cookie: string }> {
  const answer = await house.http.post(`/api/sessions/${session.id}/enter`).set({ authorization: `Bearer ${by.key}` }).send({});
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return { ...(answer.body as { seatId: string; ticket: string }), cookie: cookiesOf(answer) };
}

export const seatRow = async (house: House, seatId: string) => (await house.database.query('select * from conferencing.seat where id = $1', [seatId])).rows[0] as Record<string, unknown>;

/** A description to send; each number is another RTCPeerConnection. */
export const offerOf = (connection: number): string => `v=0\r\no=- ${connection} 2 IN IP4 127.0.0.1\r\n`;

export { Socket };

async function gatewayOf(app: NestFastifyApplication): Promise<Gateway> {
  const { MediaRooms } = await import('../../../src/conferencing/media-rooms.js');
  const { Stage } = await import('../../../src/conferencing/stage.js');
  const [media, stage] = [app.get(MediaRooms), app.get(Stage)];
  const feeds = new Map<string, string>();
  const gateway: Gateway = {
    published: [], offered: [], hungUp: [], closed: [], silenced: [], recorded: [], looked: [], failing: new Set(),
    holds: (what) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(what, promise);
      return () => {
        held.delete(what);
        resolve();
      };
    },
    sends: (seatId) => stage.sending(seatId, feeds.get(seatId)!),
    ends: (seatId, direction) => stage.hungUp(seatId, direction, 'ICE failed'),
    restarts: () => {
      stage.available(false);
      stage.available(true);
    },
  };
  const held = new Map<string, Promise<void>>();
  const may = async (what: string): Promise<void> => {
    await held.get(what);
    if (gateway.failing.has(what)) throw new Error(`The gateway failed: ${what}`);
  };
  Object.defineProperty(media, 'available', { get: () => true });
  Object.assign(media, {
    open: async () => may('open'),
    openRooms: async () => [],
    close: async (room: { id: string }) => void gateway.closed.push(room.id),
    record: async (seatId: string, feedId: string, pieces: string | null) => void gateway.recorded.push({ seatId, feedId, pieces }),
    silence: async (seatId: string, kinds: readonly Kind[]) => void gateway.silenced.push({ seatId, kinds }),
    publish: async (_: unknown, feed: Feed, _offer: string, kinds: readonly Kind[] = []) => {
      await may('publish');
      gateway.published.push(feed);
      if (kinds.length > 0) gateway.silenced.push({ seatId: feed.seatId, kinds });
      feeds.set(feed.seatId, feed.feedId);
      return 'v=0';
    },
    offer: async (_: unknown, seatId: string, wanted: readonly Feed[], { open = true }: { open?: boolean } = {}) => {
      await may('offer');
      gateway.offered.push({ seatId, feeds: wanted, open });
      return { sdp: 'v=0', tracks: [] };
    },
    openDoor: async () => undefined,
    look: async (seatId: string, at: readonly Looked[]) => void gateway.looked.push({ seatId, at }),
    takeOver: async () => null,
    leave: async () => undefined,
    accept: async () => undefined,
    trickle: async () => undefined,
    hangUp: async (seatId: string, direction?: Direction) => {
      gateway.hungUp.push(`${direction ?? 'both'} ${seatId}`);
      await may('hangUp');
    },
  });
  return gateway;
}
