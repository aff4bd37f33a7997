import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NoHandleBook } from '../../src/conferencing/janus/handle-book.js';
import { JanusMediaRooms } from '../../src/conferencing/janus/janus-media-rooms.js';
import { converted } from '../../src/conferencing/recording/converter.js';
import { kindOf, lengthOf, readHead } from '../../src/conferencing/recording/piece-file.js';
import { readPacket } from '../../src/conferencing/recording/rtp-packet.js';
import { startJanus, type TestJanus } from '../support/janus.js';
import { Theatre, until } from './browser.js';

/**
 * A piece as a bad network brings it: without its first packet, without each so-and-so-manieth of those before one of them, and
 * without its last one.
 */
function lossy(piece: Buffer, each: number, before = Infinity): Buffer {
  const records = recordsOf(piece);
  return Buffer.concat(records.filter((_, n) => n === 0 || (n > 1 && n < records.length - 1 && (n % each !== 0 || n >= before))));
}

/** `MJR00002`, length, JSON; and then `MEET`, time, length, packet, again and again. */
function recordsOf(piece: Buffer): Buffer[] {
  const records: Buffer[] = [];
  for (let at = 0; at + 10 <= piece.length; at += records.at(-1)!.length) records.push(piece.subarray(at, at + 10 + piece.readUInt16BE(at + 8)));
  return records;
}

const quiet = { log: () => {}, warn: () => {} };

/** Real Janus writes down what real Chromium sends, and its own program makes it playable. */
describe('a recording at Janus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-test-recorded-'));
  let janus: TestJanus;
  let rooms: JanusMediaRooms;
  let theatre: Theatre;

  beforeAll(async () => {
    chmodSync(folder, 0o1777); // Janus is another user
    janus = await startJanus();
    rooms = new JanusMediaRooms({ url: janus.url, apiSecret: janus.apiSecret, adminKey: janus.adminKey, answerLimitMs: 6_000 }, quiet, new NoHandleBook());
    await rooms.connect();
    theatre = await Theatre.open(rooms);
  }, 60_000);

  afterAll(async () => {
    await theatre?.close();
    await rooms?.disconnect();
    await janus?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds sound and picture from its beginning to its end, in files that can be played', async () => {
    const room = { id: randomUUID(), secret: randomUUID(), pin: randomUUID(), publishers: 3 };
    await rooms.open(room);
    const anna = await theatre.seat('anna');
    const feed = await anna.publish(room, randomUUID());
    await until('Anna sends', () => theatre.feeds.get(feed.feedId));
    const piece = join(folder, 'piece');
    const written = () => readdirSync(folder).filter((name) => name.startsWith('piece-')).sort();
    await rooms.record(anna.seatId, 'another feed', piece); // what she does not send any more
    expect(written()).toEqual([]);
    await rooms.record(anna.seatId, feed.feedId, piece);
    await until('both are written down', () => written().length === 2 && written().every((name) => statSync(join(folder, name)).size > 20_000) ? true : undefined);
    await rooms.record(anna.seatId, feed.feedId, null);
    const sizes = () => written().map((name) => statSync(join(folder, name)).size);
    const before = sizes();
    // Somebody who receives her for a while is the proof that she goes on to send.
    const carla = await theatre.seat('carla', { devices: false });
    await carla.receive(room, [feed]);
    await until('Carla sees and hears her', async () => ((await carla.received()).every(({ packets }) => packets > 50) ? true : undefined));
    expect(sizes()).toEqual(before);

    const files = await Promise.all(written().map(async (name) => {
      const head = await readHead(join(folder, name));
      const file = join(folder, `${head!.type}.${head!.type === 'audio' ? 'opus' : 'webm'}`);
      const startedAt = await converted(join(folder, name), head!, file);
      return { kind: kindOf(name, head!.type), length: await lengthOf(file), since: Date.now() - startedAt!.getTime(), file };
    }));
    expect(files.map(({ kind }) => kind)).toEqual(['sound', 'picture']);
    for (const { length, since } of files) {
      expect(length).toBeGreaterThan(400);
      expect(since).toBeGreaterThan(length);
    }
    // The browser is the judge: both are played, and the picture has a size.
    const played = await theatre.plays(files.map(({ file }) => file));
    expect(played).toEqual([{ width: 0, ended: true }, { width: expect.any(Number), ended: true }]);
    expect(played[1]!.width).toBeGreaterThan(100);
  }, 90_000);

  it('can be played where packets were lost, and where it begins and ends in the middle of a frame', async () => {
    const room = { id: randomUUID(), secret: randomUUID(), pin: randomUUID(), publishers: 3 };
    await rooms.open(room);
    const ben = await theatre.seat('ben');
    const feed = await ben.publish(room, randomUUID());
    await until('Ben sends', () => theatre.feeds.get(feed.feedId));
    await rooms.record(ben.seatId, feed.feedId, join(folder, 'lossy'));
    const piece = join(folder, 'lossy-video-1.mjr');
    // The gateway asks for a key frame at least each ten seconds.
    const keyFrames = () => (existsSync(piece) ? recordsOf(readFileSync(piece)).flatMap((record, n) => (n > 0 && readPacket(record)?.isKey ? [n] : [])) : []);
    const second = await until('a second key frame, and much after it, is written down', () => {
      const [, one] = keyFrames();
      return one && recordsOf(readFileSync(piece)).length > one + 60 ? one : undefined;
    }, 60_000);
    await rooms.record(ben.seatId, feed.feedId, null);

    const torn = join(folder, 'torn.mjr');
    const file = join(folder, 'torn.webm');
    writeFileSync(torn, lossy(readFileSync(piece), 4, second));
    expect(await converted(torn, (await readHead(torn))!, file)).toBeInstanceOf(Date);
    expect(await theatre.plays([file])).toEqual([{ width: expect.any(Number), ended: true }]);
    expect(await lengthOf(file)).toBeGreaterThan(100);

    // Where no frame of it came whole there is no file, and no failure either.
    writeFileSync(torn, lossy(readFileSync(piece), 2));
    expect(await converted(torn, (await readHead(torn))!, join(folder, 'nothing.webm'))).toBeNull();
    expect(readdirSync(folder).filter((name) => name.includes('nothing') || name.includes('whole'))).toEqual([]);
  }, 90_000);
});
