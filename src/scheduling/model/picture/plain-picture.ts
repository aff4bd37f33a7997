import { Invalid, Refusal } from '../../../platform/model/refusal.js';
import { Bytes } from './bytes.js';
import { plainJpeg } from './jpeg.js';
import type { PlainPicture } from './picture.js';
import { plainPng } from './png.js';
import { plainWebp } from './webp.js';

export const MAX_PICTURE_BYTES = 2 * 1_048_576;
/** Unpacked it takes 4 bytes for each pixel in whatever shows it: 64 MiB. */
export const MAX_PICTURE_SIDE = 4_096;

/**
 * What a file shows, by what stands in it and not by what it is called: JPEG, PNG or WebP. Its container is written
 * anew of the parts that are seen; the coded picture itself is not touched, so that nothing is lost.
 *
 * @throws Refusal 413 where it is too large
 * @throws Invalid for any other file, a damaged one, one that moves, and one of too many pixels
 */
export function plainPicture(file: Buffer): PlainPicture {
  if (file.length > MAX_PICTURE_BYTES) throw tooLarge();
  const picture = reader(new Bytes(file))(file);
  if (picture.width > MAX_PICTURE_SIDE || picture.height > MAX_PICTURE_SIDE) {
    throw Invalid.at('/image', 'picture-too-many-pixels', `This picture has ${picture.width} × ${picture.height} pixels: at most ${MAX_PICTURE_SIDE} on each side, please.`);
  }
  return picture;
}

function reader(file: Bytes): (all: Buffer) => PlainPicture {
  if (file.has(0, '\xff\xd8\xff')) return plainJpeg;
  if (file.has(0, '\x89PNG\r\n\x1a\n')) return plainPng;
  if (file.has(0, 'RIFF') && file.has(8, 'WEBP')) return plainWebp;
  throw Invalid.at('/image', 'picture-type', 'This is no picture that every browser shows: choose a JPEG, PNG or WebP file.');
}

export function tooLarge(): Refusal {
  const sentence = `This picture is too large: at most ${MAX_PICTURE_BYTES / 1_048_576} MB, please.`;
  return new Refusal('picture-too-large', sentence, 413, [{ pointer: '/image', code: 'picture-too-large', detail: sentence }]);
}
