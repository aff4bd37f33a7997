import { Bytes, broken } from './bytes.js';
import { asShown, exifThatTurns, orientationIn, type Orientation } from './orientation.js';
import type { PlainPicture } from './picture.js';

const [SOI, EOI, SOS, DQT, DHT, DRI, APP0, APP1, APP2, APP14, APP15, COM] = [0xd8, 0xd9, 0xda, 0xdb, 0xc4, 0xdd, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe];
/** Baseline, extended and progressive, Huffman-coded: what browsers show. */
const FRAMES = [0xc0, 0xc1, 0xc2];

interface Frame {
  width: number;
  height: number;
  components: number;
}

/**
 * A JPEG file (ITU-T T.81) of its tables, frame and scans alone. Of what programs write beside them it keeps what the
 * colours need (JFIF's and Adobe's header, the ICC profile) and how it has to be turned; thumbnails, EXIF, XMP, comments
 * and whatever follows the end are left behind.
 *
 * @throws Invalid for what is no whole JPEG file
 */
export function plainJpeg(all: Buffer): PlainPicture {
  const file = new Bytes(all);
  const [profile, tables]: [Buffer[], Buffer[]] = [[], []];
  let jfif: Buffer | undefined;
  let adobe: Buffer | undefined;
  let orientation: Orientation | undefined;
  let frame: Frame | undefined;
  let scanned = false;
  let at = 2;
  for (;;) {
    if (file.byte(at) !== 0xff) throw broken();
    while (file.byte(at) === 0xff) at += 1; // may be filled up
    const marker = file.byte(at);
    at += 1;
    if (marker === EOI) break;
    const length = file.big16(at);
    const body = new Bytes(file.part(at + 2, length - 2));
    at += length;
    if (marker === APP0 && body.has(0, 'JFIF\0')) jfif ??= segment(APP0, Buffer.concat([body.part(0, 12), Buffer.from([0, 0])]));
    else if (marker === APP1 && body.has(0, 'Exif\0\0')) orientation ??= orientationIn(body.all);
    else if (marker === APP2 && body.has(0, 'ICC_PROFILE\0')) profile.push(segment(APP2, body.all));
    else if (marker === APP14 && body.has(0, 'Adobe')) adobe ??= segment(APP14, body.part(0, 12));
    else if ((marker >= APP0 && marker <= APP15) || marker === COM) continue;
    else if (FRAMES.includes(marker)) {
      if (frame) throw broken();
      frame = frameIn(body);
      tables.push(segment(marker, body.all));
    } else if (marker === DQT || marker === DHT || (marker === DRI && body.length === 2)) {
      if (marker !== DRI) measure(body, marker === DQT ? quantization : huffman);
      tables.push(segment(marker, body.all));
    } else if (marker === SOS && frame && body.length === 4 + 2 * body.byte(0) && body.byte(0) >= 1 && body.byte(0) <= frame.components) {
      const end = endOfScan(file, at);
      tables.push(segment(SOS, body.all), file.part(at, end - at));
      at = end;
      scanned = true;
    } else throw broken();
  }
  if (!frame || !scanned) throw broken();
  const turned = orientation !== undefined && orientation !== 1 ? [segment(APP1, exifThatTurns(orientation))] : [];
  const heads = [...(jfif ? [jfif] : []), ...turned, ...profile, ...(adobe ? [adobe] : [])];
  return { type: 'image/jpeg', bytes: Buffer.concat([Buffer.from([0xff, SOI]), ...heads, ...tables, Buffer.from([0xff, EOI])]), ...asShown(frame.width, frame.height, orientation ?? 1) };
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

function frameIn(body: Bytes): Frame {
  const [precision, height, width, components] = [body.byte(0), body.big16(1), body.big16(3), body.byte(5)];
  // A height of 0 is told after the first scan (DNL): no program writes that, and no browser waits for it.
  if (precision !== 8 || height === 0 || width === 0 || ![1, 3, 4].includes(components) || body.length !== 6 + 3 * components) throw broken();
  return { width, height, components };
}

/** A segment of tables holds whole ones, and nothing behind them. */
function measure(body: Bytes, lengthAt: (body: Bytes, at: number) => number): void {
  let at = 0;
  while (at < body.length) at += lengthAt(body, at);
  if (at !== body.length || at === 0) throw broken();
}
const quantization = (body: Bytes, at: number): number => 1 + 64 * (body.byte(at) >> 4 === 0 ? 1 : 2);
const huffman = (body: Bytes, at: number): number => 17 + body.part(at + 1, 16).reduce((sum, codes) => sum + codes, 0);

/** Coded data goes on to the next marker that is neither a restart nor a stuffed byte. */
function endOfScan(file: Bytes, from: number): number {
  for (let at = file.all.indexOf(0xff, from); at !== -1; at = file.all.indexOf(0xff, at + 1)) {
    const next = file.byte(at + 1);
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw broken();
}
