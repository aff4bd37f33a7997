import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kindOf, oggLength, readHead, webmLength } from './piece-file.js';

describe('a piece of a recording', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foyer-piece-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const piece = async (head: object, frames = 'MEET'): Promise<string> => {
    const json = Buffer.from(JSON.stringify(head));
    const length = Buffer.alloc(2);
    length.writeUInt16BE(json.length);
    const path = join(folder, 'piece.mjr');
    await writeFile(path, Buffer.concat([Buffer.from('MJR00002'), length, json, Buffer.from(frames)]));
    return path;
  };

  it('says what it is, and when its first frame came', async () => {
    expect(await readHead(await piece({ t: 'v', c: 'vp8', s: 1_790_000_000_000_000, u: 1_790_000_000_250_000 }))).toEqual({ type: 'video', startedAt: new Date(1_790_000_000_250) });
    expect(await readHead(await piece({ t: 'a', c: 'opus', s: 1_790_000_000_000_000 }))).toEqual({ type: 'audio', startedAt: new Date(1_790_000_000_000) });
  });

  it('in which nothing came is none, and neither is anything else', async () => {
    expect(await readHead(await piece({ t: 'a', s: 1, u: 1 }, ''))).toBeNull();
    await writeFile(join(folder, 'other'), 'no piece at all');
    expect(await readHead(join(folder, 'other'))).toBeNull();
  });

  it('is of the person or of their screen, by its place in what they send', () => {
    expect([kindOf('/x/a-audio-0.mjr', 'audio'), kindOf('/x/a-video-1.mjr', 'video'), kindOf('/x/a-video-2.mjr', 'video'), kindOf('/x/a-audio-3.mjr', 'audio')]).toEqual(['sound', 'picture', 'screen', 'screen-sound']);
  });

  it('lasts as long as its file says', () => {
    const duration = Buffer.alloc(8);
    duration.writeDoubleBE(1234.4);
    expect(webmLength(Buffer.concat([Buffer.from([1, 0x44, 0x89, 0x88]), duration]))).toBe(1234);
    const page = Buffer.alloc(14);
    page.write('OggS', 'latin1');
    page.writeBigInt64LE(96_000n, 6);
    expect(oggLength(Buffer.concat([Buffer.from('OggS and before'), page]))).toBe(2_000);
    expect([webmLength(Buffer.from('none')), oggLength(Buffer.from('none'))]).toEqual([0, 0]);
  });
});
