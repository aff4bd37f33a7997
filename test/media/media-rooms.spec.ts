import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { NoHandleBook } from '../../src/conferencing/janus/handle-book.js';
import { JanusMediaRooms } from '../../src/conferencing/janus/janus-media-rooms.js';
import type { Feed, MediaRoom } from '../../src/conferencing/media-rooms.js';
import { startJanus, type TestJanus } from '../support/janus.js';
import { Theatre, until, type Received, type Seat } from './browser.js';

const seen = (tracks: readonly Pick<Received, 'seatId' | 'kind'>[]) => tracks.map(({ seatId, kind }) => `${seatId} ${kind}`).sort();
const quiet = { log: () => {}, warn: () => {} };

/** Real Janus, real Chromium, real media. */
describe('rooms at Janus', () => {
  let janus: TestJanus;
  let rooms: JanusMediaRooms;
  let theatre: Theatre;
  let room: MediaRoom;
  let number = 0;

  beforeAll(async () => {
    janus = await startJanus();
    rooms = new JanusMediaRooms({ url: janus.url, apiSecret: janus.apiSecret, adminKey: janus.adminKey, answerLimitMs: 6_000 }, quiet, new NoHandleBook());
    await rooms.connect();
    theatre = await Theatre.open(rooms);
  }, 60_000);

  afterAll(async () => {
    await theatre?.close();
    await rooms?.disconnect();
    await janus?.stop();
  });

  beforeEach(async () => {
    number++;
    room = { id: randomUUID(), secret: randomUUID(), pin: randomUUID(), publishers: 3 };
    await rooms.open(room);
  });

  afterEach(() => theatre.clear(), 30_000);

  const seat = (name: string, options?: { devices?: boolean }) => theatre.seat(`${name}-${number}`, options);

  async function sends(one: Seat, kinds?: ('audio' | 'video')[]): Promise<Feed> {
    const feed = await one.publish(room, randomUUID(), kinds);
    await until(`${one.seatId} sends`, () => theatre.feeds.get(feed.feedId));
    return feed;
  }

  /** New frames of everyone's video, and other pictures than before. */
  async function isLive(one: Seat): Promise<void> {
    const before = await one.received();
    const picture = await one.pixels();
    await until(`${one.seatId} sees moving pictures of all`, async () => {
      const now = await one.received();
      return now.every((track, at) => (track.kind === 'video' ? track.frames > (before[at]?.frames ?? 0) + 2 : track.packets > (before[at]?.packets ?? 0)));
    });
    await until(`${one.seatId}'s picture changes`, async () => {
      const later = await one.pixels();
      return later.every((sum, at) => sum !== picture[at]);
    });
  }

  it('carry two who send to each other and to one who only receives', async () => {
    const [anna, ben, carla] = [await seat('anna'), await seat('ben'), await seat('carla', { devices: false })];
    const feeds = [await sends(anna), await sends(ben)];
    expect(theatre.feeds.get(feeds[0]!.feedId)).toEqual(['audio', 'video']);
    await Promise.all([anna.receive(room, [feeds[1]!]), ben.receive(room, [feeds[0]!]), carla.receive(room, feeds)]);
    for (const one of [anna, ben, carla]) await isLive(one);
    expect(seen(carla.tracks)).toEqual(['anna', 'anna', 'ben', 'ben'].map((name, at) => `${name}-${number} ${at % 2 ? 'video' : 'audio'}`));
    await until('Carla hears both', async () => (await carla.received()).filter(({ kind }) => kind === 'audio').every(({ energy }) => energy > 0));
    expect(anna.lastAnswer).toContain('s=-\r\n');
    expect(anna.lastAnswer).not.toContain(room.id);
  }, 40_000);

  it('offer who receives a feed that comes, and leave out one that went', async () => {
    const [anna, ben, carla] = [await seat('anna'), await seat('ben', {}), await seat('carla', { devices: false })];
    const annas = await sends(anna);
    await carla.receive(room, [annas]);
    await isLive(carla);
    const bens = await sends(ben, ['audio']);
    expect(await carla.receive(room, [annas, bens])).toBe(true);
    expect(seen(carla.tracks)).toEqual([`anna-${number} audio`, `anna-${number} video`, `ben-${number} audio`]);
    await isLive(carla);
    expect(await carla.receive(room, [bens, annas])).toBe(false); // the same
    await rooms.hangUp(anna.seatId);
    expect(await carla.receive(room, [bens])).toBe(true);
    expect(seen(carla.tracks)).toEqual([`ben-${number} audio`]);
    await isLiveAudio(carla);
    expect(await carla.receive(room, [])).toBe(true);
    expect(carla.tracks).toEqual([]);
    // And again, into the sections that stand empty.
    const again = await sends(anna);
    expect(await carla.receive(room, [again, bens])).toBe(true);
    expect(carla.tracks).toHaveLength(3);
    await isLive(carla);
    expect(theatre.hung).toEqual([]);
  }, 40_000);

  async function isLiveAudio(one: Seat): Promise<void> {
    const before = await one.received();
    await until('sound goes on', async () => (await one.received()).every((track, at) => track.packets > before[at]!.packets));
  }

  it('let nothing through of what was silenced, until it may be heard again', async () => {
    const [anna, carla] = [await seat('anna'), await seat('carla', { devices: false })];
    const feed = await anna.publish(room, randomUUID(), ['audio', 'video'], ['audio']); // silenced before the first packet
    await until('the picture is told of', () => theatre.feeds.get(feed.feedId));
    await carla.receive(room, [feed]);
    const kind = async (which: 'audio' | 'video') => (await carla.received()).find((one) => one.kind === which)!;
    await until('the picture comes', async () => (await kind('video')).frames > 5);
    expect((await kind('audio')).packets).toBe(0);
    await rooms.silence(anna.seatId, ['video']);
    await until('the sound comes', async () => (await kind('audio')).energy > 0);
    const stopped = await kind('video');
    await until('the sound goes on', async () => (await kind('audio')).packets > 100);
    expect((await kind('video')).frames).toBeLessThanOrEqual(stopped.frames + 3); // what was on its way
    await anna.publishAgain(room, feed, { iceRestart: true });
    await rooms.silence(anna.seatId, []);
    await isLive(carla);
    await rooms.silence('nobody', ['audio']);
  }, 40_000);

  it('hold back all behind a warm door, later feeds too, and show the first picture soon after it opens', async () => {
    const [anna, ben, carla] = [await seat('anna'), await seat('ben'), await seat('carla', { devices: false })];
    const annas = await sends(anna);
    await carla.receive(room, [annas], { open: false });
    const bens = await sends(ben);
    await carla.receive(room, [annas, bens], { open: false });
    await until('connected', () => carla.page.evaluate('both.receive.connectionState === "connected"'));
    await new Promise((later) => setTimeout(later, 1_500)); // nothing comes: only time can show that
    expect(await carla.packets()).toBe(0);
    const began = Date.now();
    await rooms.openDoor(carla.seatId);
    await until('a picture of both', async () => (await carla.received()).filter(({ kind }) => kind === 'video').every(({ frames }) => frames > 0));
    expect(Date.now() - began).toBeLessThan(2_000);
    await isLive(carla);
    const third = await sends(await seat('dora'), ['audio']);
    await carla.receive(room, [annas, bens, third], { open: false }); // an open door is not shut again
    await isLive(carla);
  }, 40_000);

  it('open a door that was warm when an offer says so', async () => {
    const [anna, carla] = [await seat('anna'), await seat('carla', { devices: false })];
    const annas = await sends(anna);
    await carla.receive(room, [annas], { open: false });
    expect(await carla.receive(room, [annas])).toBe(false);
    await isLive(carla);
  }, 30_000);

  it('offer once, for all that came while an answer was awaited', async () => {
    const [anna, ben, carla] = [await seat('anna'), await seat('ben'), await seat('carla', { devices: false })];
    const [annas, bens] = [await sends(anna), await sends(ben, ['audio'])];
    const first = await rooms.offer(room, carla.seatId, [annas]);
    const second = rooms.offer(room, carla.seatId, [annas, bens]);
    const third = rooms.offer(room, carla.seatId, [bens]);
    await carla.take(first!);
    expect(await second).toBeNull();
    const last = await third;
    expect(last!.tracks.map((track) => track.seatId)).toEqual([ben.seatId]);
    await carla.take(last!);
    await isLiveAudio(carla);
  }, 30_000);

  it('leave out feeds that are gone or never were, and offer the others', async () => {
    const [anna, carla] = [await seat('anna'), await seat('carla', { devices: false })];
    const annas = await sends(anna);
    await carla.receive(room, [{ feedId: 'never', seatId: 'nobody' }, annas]);
    expect(carla.tracks).toHaveLength(2);
    await isLive(carla);
    // A page that closes says nothing: the offer may be asked for before or after Janus finds out.
    const ben = await seat('ben');
    const bens = await sends(ben);
    const gone = rooms.hangUp(ben.seatId);
    await carla.receive(room, [annas, bens]);
    await gone;
    await carla.receive(room, [annas]);
    expect(seen(carla.tracks)).toEqual([`anna-${number} audio`, `anna-${number} video`]);
    await isLive(carla);
  }, 30_000);

  it('follow a sender through a new track and an ICE restart, under the same feed', async () => {
    const [anna, carla] = [await seat('anna'), await seat('carla', { devices: false })];
    const annas = await sends(anna, ['audio']);
    await carla.receive(room, [annas]);
    await anna.publishAgain(room, annas, { add: 'video' });
    await until('told of the video', () => theatre.feeds.get(annas.feedId)?.includes('video'));
    expect(await carla.receive(room, [annas])).toBe(true);
    expect(seen(carla.tracks)).toEqual([`anna-${number} audio`, `anna-${number} video`]);
    await isLive(carla);
    await anna.publishAgain(room, annas, { iceRestart: true });
    await isLive(carla);
    expect(theatre.hung).toEqual([]);
  }, 30_000);

  it('carry a screen beside the camera, in sections of its own, and silence it with the camera', async () => {
    const [anna, carla, dora] = [await seat('anna'), await seat('carla', { devices: false }), await seat('dora', { devices: false })];
    const annas = await sends(anna);
    await carla.receive(room, [annas]);
    await anna.publishAgain(room, annas, { add: 'video' });
    await until('offered', () => carla.receive(room, [annas]));
    expect(carla.tracks.map(({ kind, screen = false }) => ({ kind, screen }))).toEqual([{ kind: 'audio', screen: false }, { kind: 'video', screen: false }, { kind: 'video', screen: true }]);
    await isLive(carla);
    await dora.receive(room, [annas]); // who comes later
    expect(dora.tracks).toHaveLength(3);
    await isLive(dora);
    await rooms.silence(anna.seatId, ['video']);
    const frames = async () => (await carla.received()).filter(({ kind }) => kind === 'video').map((one) => one.frames);
    const packets = async () => (await carla.received())[0]!.packets;
    const [heard, seen] = [await packets(), await frames()];
    await until('the sound goes on', async () => (await packets()) > heard + 100);
    (await frames()).forEach((now, at) => expect(now).toBeLessThanOrEqual(seen[at]! + 3)); // what was on its way
  }, 40_000);

  it('send no picture that is not looked at, go on with the sound, and begin again with a whole picture', async () => {
    const [anna, ben, carla] = [await seat('anna'), await seat('ben'), await seat('carla', { devices: false })];
    const feeds = [await sends(anna), await sends(ben)];
    await carla.receive(room, feeds);
    await isLive(carla);
    const at = (...who: Seat[]) => who.map(({ seatId }) => ({ seatId, height: 180 }));
    const of = async (who: Seat, kind: 'audio' | 'video') => (await carla.received()).find((one) => one.seatId === who.seatId && one.kind === kind)!;
    await rooms.look(carla.seatId, at(ben));
    const [sound, picture, bens] = [await of(anna, 'audio'), await of(anna, 'video'), await of(ben, 'video')];
    await until('Ben’s picture goes on, and Anna’s sound', async () => (await of(ben, 'video')).frames > bens.frames + 15 && (await of(anna, 'audio')).packets > sound.packets + 50);
    const still = await of(anna, 'video');
    expect(still.packets).toBeLessThanOrEqual(picture.packets + 20); // what was on its way
    const later = await of(ben, 'video');
    await until('Ben’s picture goes on', async () => (await of(ben, 'video')).frames > later.frames + 10);
    expect((await of(anna, 'video')).packets).toBe(still.packets);
    const dora = await seat('dora'); // who comes later is seen until it is said again
    await carla.receive(room, [...feeds, await sends(dora)]);
    await until('Dora’s picture comes', async () => (await of(dora, 'video')).frames > 2);
    await rooms.look(carla.seatId, at(anna, ben, dora));
    const began = Date.now();
    await until('Anna’s picture comes again', async () => (await of(anna, 'video')).frames > still.frames + 2);
    expect(Date.now() - began).toBeLessThan(5_000); // and not only with the next regular whole picture, after ten
    await isLive(carla);
    await rooms.look('nobody', at(anna));
    expect(theatre.hung).toEqual([]);
  }, 60_000);

  it('let a seat begin to send anew, which ends what it sent before', async () => {
    const [anna, carla] = [await seat('anna'), await seat('carla', { devices: false })];
    await carla.receive(room, [await sends(anna)]);
    const again = await sends(anna);
    await carla.receive(room, [again]);
    expect(carla.tracks).toHaveLength(2);
    await isLive(carla);
  }, 30_000);

  it('tell when a browser is gone without a word', async () => {
    const [anna, carla] = [await seat('anna'), await seat('carla', { devices: false })];
    await carla.receive(room, [await sends(anna)]);
    await isLive(carla);
    await anna.page.evaluate('both.send.close()');
    await carla.page.evaluate('both.receive.close()');
    await until('both told', () => theatre.hung.length === 2);
    expect(theatre.hung.map(({ seatId, direction }) => `${seatId} ${direction}`).sort()).toEqual([`anna-${number} send`, `carla-${number} receive`]);
  }, 30_000);

  it('take no more senders than the stage holds', async () => {
    for (const name of ['anna', 'ben', 'dora']) await sends(await seat(name), ['audio']);
    await expect(sends(await seat('emil'), ['audio'])).rejects.toMatchObject({ code: 'stage-full' });
  }, 40_000);

  it('refuse to let in whoever knows the room and its pin, but comes without the private id of one inside', async () => {
    const annas = await sends(await seat('anna'), ['audio']);
    const handle = await (rooms as unknown as { link: { attach(): Promise<{ ask(body: object): Promise<unknown> }> } }).link.attach();
    await expect(handle.ask({ request: 'join', ptype: 'subscriber', room: room.id, pin: room.pin, streams: [{ feed: annas.feedId }] })).rejects.toMatchObject({ code: 433 });
    await expect(handle.ask({ request: 'join', ptype: 'publisher', room: room.id, pin: 'guessed' })).rejects.toMatchObject({ code: 433 });
  }, 30_000);

  it('are opened and closed as often as asked, are found by who reconciles, and do not come back by a late request', async () => {
    await rooms.open(room);
    expect(await rooms.openRooms()).toContain(room.id);
    const anna = await seat('anna');
    await sends(anna, ['audio']);
    await rooms.close(room);
    await rooms.close(room);
    expect(await rooms.openRooms()).not.toContain(room.id);
    await expect(sends(anna, ['audio'])).rejects.toMatchObject({ code: 'room-closed' });
    expect(theatre.hung).toEqual([]); // the server's own doing
    await rooms.open(room);
    await sends(anna, ['audio']);
  }, 30_000);

  it('are made again when they vanished at Janus, and those inside are told', async () => {
    const anna = await seat('anna');
    await sends(anna, ['audio']);
    const steward = await (rooms as unknown as { rooms: { steward(): Promise<{ ask(body: object): Promise<unknown> }> } }).rooms.steward();
    await steward.ask({ request: 'destroy', room: room.id, secret: room.secret });
    await until('told', () => theatre.hung.length > 0);
    expect(theatre.hung).toMatchObject([{ seatId: anna.seatId, direction: 'send' }]);
    await sends(anna, ['audio']); // not opened again by hand
  }, 30_000);

  it('end a connection whose offer no browser answers, and take no answer to none', async () => {
    const annas = await sends(await seat('anna'), ['audio']);
    const answer = 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n';
    await expect(rooms.accept('absent', answer)).rejects.toMatchObject({ code: 'no-offer' });
    expect(await rooms.offer(room, 'absent', [annas])).not.toBeNull();
    const waiting = rooms.offer(room, 'absent', []);
    await until('told', () => theatre.hung.length > 0);
    expect(theatre.hung).toMatchObject([{ seatId: 'absent', direction: 'receive' }]);
    expect(await waiting).toBeNull();
  }, 30_000);

  it('refuse an answer that is none, and still take the right one', async () => {
    const [anna, carla] = [await seat('anna'), await seat('carla', { devices: false })];
    const offered = await rooms.offer(room, carla.seatId, [await sends(anna)]);
    await expect(rooms.accept(carla.seatId, 'v=0')).rejects.toMatchObject({ code: 'sdp-refused', status: 422 });
    await carla.take(offered!);
    await isLive(carla);
  }, 30_000);

  it('survive hanging up and publishing at once, in whatever order', async () => {
    const anna = await seat('anna');
    const offer = () => anna.page.evaluate('offer(["audio"])') as Promise<string>;
    const results: Promise<unknown>[] = [];
    for (let round = 0; round < 8; round++) {
      results.push(rooms.publish(room, { feedId: randomUUID(), seatId: anna.seatId }, await offer()), rooms.hangUp(anna.seatId));
    }
    expect((await Promise.allSettled(results)).every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(rooms.claimable.handles.filter(({ seatId }) => seatId === anna.seatId)).toEqual([]);
    await sends(anna, ['audio']);
  }, 30_000);

  it('keep their media when the connection to Janus breaks for a moment', async () => {
    const [anna, carla] = [await seat('anna'), await seat('carla', { devices: false })];
    await carla.receive(room, [await sends(anna)]);
    await isLive(carla);
    const { link } = rooms as unknown as { link: { connection: { wire: { _webSocket: { terminate(): void } } }; sessionId: number } };
    const session = link.sessionId;
    const before = link.connection;
    before.wire._webSocket.terminate();
    await until('a new connection', () => link.connection !== before && rooms.available);
    await isLive(carla);
    const bens = await sends(await seat('ben'), ['audio']);
    await carla.receive(room, [bens]);
    await isLiveAudio(carla);
    expect(link.sessionId).toBe(session);
    expect(theatre.availability).toEqual([]);
    expect(theatre.hung).toEqual([]);
  }, 40_000);

  it('learn what happened while the connection to Janus was broken', async () => {
    const [anna, ben, carla] = [await seat('anna'), await seat('ben'), await seat('carla', { devices: false })];
    const annas = await sends(anna);
    await carla.receive(room, [annas]);
    const { link } = rooms as unknown as { link: { connection: { wire: { _webSocket: { terminate(): void } } }; dial(): Promise<unknown> } };
    const dial = link.dial.bind(link);
    // Ben is connecting, Anna goes, and the socket is gone for a second.
    const offer = (await ben.page.evaluate('offer(["audio"])')) as string;
    const bens = { feedId: randomUUID(), seatId: ben.seatId };
    const answer = await rooms.publish(room, bens, offer);
    link.dial = async () => {
      await anna.page.evaluate('both.send.close()');
      await ben.page.evaluate(`answered(${JSON.stringify(answer)})`);
      await ben.page.evaluate('new Promise((connected) => setInterval(() => both.send.connectionState === "connected" && connected(), 50))');
      await new Promise((later) => setTimeout(later, 1_000));
      return dial();
    };
    await new Promise((later) => setTimeout(later, 100));
    link.connection.wire._webSocket.terminate();
    await until('told that Anna is gone', () => theatre.hung.length > 0);
    expect(theatre.hung).toMatchObject([{ seatId: anna.seatId, direction: 'send' }]);
    await until('told that Ben sends', () => theatre.feeds.get(bens.feedId));
    link.dial = dial;
    await carla.receive(room, [bens]);
    await isLiveAudio(carla);
    expect(theatre.availability).toEqual([]);
  }, 40_000);

  it('come back after Janus was killed: gone, here again, and everything anew', async () => {
    const [anna, carla] = [await seat('anna'), await seat('carla', { devices: false })];
    await carla.receive(room, [await sends(anna)]);
    janus.kill('SIGKILL');
    await until('told that it is gone', () => theatre.availability.length === 1);
    await expect(rooms.open(room)).rejects.toMatchObject({ code: 'media-unavailable', status: 503 });
    expect(rooms.available).toBe(false);
    await janus.start();
    const began = Date.now();
    await until('told that it is back', () => theatre.availability.length === 2);
    expect(theatre.availability).toEqual([false, true]);
    const annas = await sends(anna);
    await carla.receive(room, [annas], { anew: true });
    await isLive(carla);
    expect(Date.now() - began).toBeLessThan(10_000);
  }, 60_000);
});
