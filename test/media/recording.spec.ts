import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NoHandleBook } from '../../src/conferencing/janus/handle-book.js';
import { JanusMediaRooms } from '../../src/conferencing/janus/janus-media-rooms.js';
import { converted } from '../../src/conferencing/recording/converter.js';
import { kindOf, lengthOf, readHead } from '../../src/conferencing/recording/piece-file.js';
import { startJanus, type TestJanus } from '../support/janus.js';
import { Theatre, until } from './browser.js';

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
      await converted(join(folder, name), file);
      return { kind: kindOf(name, head!.type), length: await lengthOf(file), since: Date.now() - Date.parse(head!.startedAt), file };
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
});
