import { crc32 } from 'node:zlib';
import { Bytes, broken } from './bytes.js';
import { asShown, orientationIn, tiffThatTurns, type Orientation } from './orientation.js';
import type { PlainPicture } from './picture.js';

const SIGNATURE = 8;
/** The picture, and what its colours need. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT']);
/** Colour types, and the bit depths that each may have. */
const DEPTHS: Record<number, readonly number[]> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };

/**
 * A PNG file (W3C PNG, third edition) of the chunks that make the picture. Texts, times, EXIF but how it has to be
 * turned, animation, whatever is private and whatever follows the end are left behind.
 *
 * @throws Invalid for what is no whole PNG file
 */
export function plainPng(all: Buffer): PlainPicture {
  const file = new Bytes(all);
  const chunks: Buffer[] = [];
  let orientation: Orientation | undefined;
  let size: { width: number; height: number } | undefined;
  let at = SIGNATURE;
  let name = '';
  let before = '';
  let drawn = false;
  while (name !== 'IEND') {
    const length = file.big32(at);
    const chunk = file.part(at, length + 12);
    const body = new Bytes(chunk.subarray(8, 8 + length));
    before = name;
    name = chunk.toString('latin1', 4, 8);
    at += chunk.length;
    // The first letter says by its size whether a reader may leave it out.
    if (!/^[A-Za-z]{4}$/.test(name) || (/^[A-Z]/.test(name) && !KEPT.has(name))) throw broken();
    if (name === 'eXIf') orientation ??= orientationIn(body.all);
    if (!KEPT.has(name)) continue;
    if (crc32(chunk.subarray(4, 8 + length)) !== chunk.readUInt32BE(8 + length)) throw broken();
    if ((name === 'IHDR') !== (size === undefined)) throw broken();
    if (name === 'IHDR') size = sizeIn(body);
    if (name === 'IDAT' && drawn && before !== 'IDAT') throw broken();
    drawn ||= name === 'IDAT';
    chunks.push(chunk);
  }
  if (!size || !drawn) throw broken();
  const [head, ...rest] = chunks;
  const turned = orientation !== undefined && orientation !== 1 ? [chunkOf('eXIf', tiffThatTurns(orientation))] : [];
  return { type: 'image/png', bytes: Buffer.concat([file.part(0, SIGNATURE), head!, ...turned, ...rest]), ...asShown(size.width, size.height, orientation ?? 1) };
}

function sizeIn(body: Bytes): { width: number; height: number } {
  if (body.length !== 13) throw broken();
  const [width, height, depth, colour, compression, filter, interlace] = [body.big32(0), body.big32(4), ...body.part(8, 5)] as number[] as [number, number, number, number, number, number, number];
  if (width === 0 || height === 0 || !DEPTHS[colour]?.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) throw broken();
  return { width, height };
}

function chunkOf(name: string, body: Buffer): Buffer {
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from(name, 'latin1'), body, Buffer.alloc(4)]);
  chunk.writeUInt32BE(body.length);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + body.length)), 8 + body.length);
  return chunk;
}
