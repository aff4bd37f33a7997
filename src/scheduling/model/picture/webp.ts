import { Invalid } from '../../../platform/model/refusal.js';
import { Bytes, broken } from './bytes.js';
import { asShown, orientationIn, tiffThatTurns, type Orientation } from './orientation.js';
import type { PlainPicture } from './picture.js';

const HEAD = 12;
/** Flags of `VP8X`. */
const [ANIMATION, EXIF, ALPHA, PROFILE] = [0x02, 0x08, 0x10, 0x20];

interface Size {
  width: number;
  height: number;
}

/**
 * A WebP file (RFC 9649) of its picture, its transparency and its ICC profile. EXIF but how it has to be turned, XMP,
 * what is unknown and whatever follows the end are left behind.
 *
 * @throws Invalid for what is no whole WebP file, and for one that moves
 */
export function plainWebp(all: Buffer): PlainPicture {
  const file = new Bytes(all);
  const end = 8 + file.little32(4);
  if (end > file.length || end < HEAD + 8) throw broken();
  let canvas: (Size & { flags: number }) | undefined;
  let size: Size | undefined;
  let orientation: Orientation | undefined;
  const kept = new Map<string, Buffer>();
  for (let at = HEAD; at < end; ) {
    const name = file.part(at, 4).toString('latin1');
    const length = file.little32(at + 4);
    const body = new Bytes(file.part(at + 8, length));
    if (name === 'ANIM' || name === 'ANMF') throw animated();
    if (name === 'VP8X') {
      if (at !== HEAD || length !== 10) throw broken();
      canvas = { flags: body.byte(0), width: 1 + body.little24(4), height: 1 + body.little24(7) };
    } else if (name === 'EXIF') orientation ??= orientationIn(body.all);
    else if (name === 'VP8 ' || name === 'VP8L') {
      if (size) throw broken();
      size = name === 'VP8 ' ? lossySize(body) : losslessSize(body);
      kept.set(name, body.all);
    } else if ((name === 'ICCP' || name === 'ALPH') && !kept.has(name) && !size) kept.set(name, body.all);
    at += 8 + length + (length % 2);
  }
  if (!size) throw broken();
  if (!canvas) return { type: 'image/webp', bytes: riff([...kept].filter(([name]) => name.startsWith('VP8'))), ...size };
  if (canvas.flags & ANIMATION) throw animated();
  if (canvas.width !== size.width || canvas.height !== size.height) throw broken();
  const turned = orientation !== undefined && orientation !== 1;
  const flags = (canvas.flags & ALPHA) | (kept.has('ICCP') ? PROFILE : 0) | (turned ? EXIF : 0);
  const extended = Buffer.alloc(10);
  extended[0] = flags;
  extended.writeUIntLE(size.width - 1, 4, 3);
  extended.writeUIntLE(size.height - 1, 7, 3);
  const picture = ['ICCP', 'ALPH', 'VP8 ', 'VP8L'].flatMap((name) => (kept.has(name) ? [[name, kept.get(name)!] as const] : []));
  return {
    type: 'image/webp',
    bytes: riff([['VP8X', extended], ...picture, ...(turned ? [['EXIF', tiffThatTurns(orientation!)] as const] : [])]),
    ...asShown(size.width, size.height, orientation ?? 1),
  };
}

const animated = (): Invalid => Invalid.at('/image', 'picture-moves', 'This picture moves: choose one that stands still, so that everybody can read beside it.');

/** The first frame's header (RFC 6386, 9.1): a key frame, its start code, fourteen bits for each side. */
function lossySize(body: Bytes): Size {
  if ((body.byte(0) & 1) !== 0 || !body.has(3, '\x9d\x01\x2a')) throw broken();
  const [width, height] = [body.part(6, 2).readUInt16LE() & 0x3fff, body.part(8, 2).readUInt16LE() & 0x3fff];
  if (width === 0 || height === 0) throw broken();
  return { width, height };
}

/** A signature, fourteen bits for each side less one, a bit for transparency, three for the version, which is 0. */
function losslessSize(body: Bytes): Size {
  const bits = body.little32(1);
  if (body.byte(0) !== 0x2f || bits >>> 29 !== 0) throw broken();
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

function riff(chunks: readonly (readonly [string, Buffer])[]): Buffer {
  const parts = chunks.flatMap(([name, body]) => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return [head, body, Buffer.alloc(body.length % 2)];
  });
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}
