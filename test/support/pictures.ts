import { crc32 } from 'node:zlib';

const picture = (...lines: string[]): Buffer => Buffer.from(lines.join(''), 'base64');

/** A few coloured fields, 24 pixels wide and 16 high, as Chromium writes them; each with its ICC profile but the PNG. */
export const PICTURES = {
  jpeg: picture(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRn',
    'WFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAA',
    'AMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAA',
    'AADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgAD',
    'IAMAAxADb/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2Nj',
    'Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAQABgDASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAAAAIFBv/EABoQAQ',
    'ABBQAAAAAAAAAAAAAAAAADBkFEgsH/xAAWAQEBAQAAAAAAAAAAAAAAAAAFBAb/xAAdEQACAQQDAAAAAAAAAAAAAAAAAgMBEhRhBHGx/9oADAMBAAIRAxEAPwCeeO5EeoMf',
    'bieBrZKVFuat8DL16XgxIJZOjPYuz//Z',
  ),
  png: picture(
    'iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAYAAAAMJL+VAAAASElEQVR4AeyRsQkAIAwEQ7YRwd7t3MYZ7JzM2MciPMTuA18EQh7udPdqSMpYhkTl87AgBExE+YhOm4KEDv',
    'IdhB/dAR04IO96AQAA//8M9M2uAAAABklEQVQDAJ8GTDVdsyIEAAAAAElFTkSuQmCC',
  ),
  webp: picture(
    'UklGRjYCAABXRUJQVlA4WAoAAAAgAAAAFwAADwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRn',
    'WFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAA',
    'AMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAA',
    'AADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgAD',
    'IAMAAxADZWUDggSAAAADADAJ0BKhgAEAA+0VSjS6gkoyGwCAEAGgloALD6sAA07AAA/uElE5gpA/NTP9wMXbwwJ/9vS9/teH/RB//4MpNAiQ6jUCWUAA==',
  ),
  alpha: picture(
    'UklGRloCAABXRUJQVlA4WAoAAAAwAAAAFwAADwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRn',
    'WFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAA',
    'AMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAA',
    'AADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgAD',
    'IAMAAxADZBTFBIFQAAAAEPMP8REUJIQHjg/1rVhIj+T0C/TABWUDggTgAAADADAJ0BKhgAEAA+0VqkTCglI6IwCAEAGglmALD9/+BSIIAA/uM8EbFGmpn+5scG/cDb6b/b',
    '0vgyupv/lwJQ/Lf67R///CdLsCLzBYAAAA==',
  ),
  lossless: picture(
    'UklGRh4CAABXRUJQVlA4WAoAAAAgAAAAFwAADwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRn',
    'WFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAA',
    'AMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAA',
    'AADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgAD',
    'IAMAAxADZWUDhMMAAAAC8XwAMAFyAWTPxl9qcRnYAkAc80ubtCgjS0k+YG5z/U0YNAgDBpUqqCiP5Hpc7ACA==',
  ),
} as const;
export type PictureName = keyof typeof PICTURES;

/** EXIF data as a telephone writes it: how it was held, and a text in place of where. Little-endian where `order` is II. */
export function tiff(orientation: number, secret = '', order: 'II' | 'MM' = 'II'): Buffer {
  const note = Buffer.from(`${secret}\0`);
  const all = Buffer.alloc(8 + 2 + 2 * 12 + 4 + note.length);
  const [short, long] = order === 'II' ? [all.writeUInt16LE.bind(all), all.writeUInt32LE.bind(all)] : [all.writeUInt16BE.bind(all), all.writeUInt32BE.bind(all)];
  all.write(order, 'latin1');
  short(42, 2); long(8, 4); short(2, 8);
  short(0x010e, 10); short(2, 12); long(note.length, 14); long(38, 18);
  short(0x0112, 22); short(3, 24); long(1, 26); short(orientation, 30);
  note.copy(all, 38);
  return all;
}

export function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

export function pngChunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

export function webpChunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

/** The same picture with parts of its container put in: behind the start of a JPEG, behind a PNG’s header, at the end of a WebP. */
export function withParts(name: PictureName, parts: readonly Buffer[], trailing = Buffer.alloc(0)): Buffer {
  const all = PICTURES[name];
  if (name === 'jpeg') return Buffer.concat([all.subarray(0, 2), ...parts, all.subarray(2), trailing]);
  if (name === 'png') return Buffer.concat([all.subarray(0, 33), ...parts, all.subarray(33), trailing]);
  const whole = Buffer.concat([all, ...parts]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return Buffer.concat([whole, trailing]);
}

/** As it comes from a telephone that was held so. */
export function turned(name: PictureName, orientation: number, secret = '', order: 'II' | 'MM' = 'II'): Buffer {
  const exif = tiff(orientation, secret, order);
  if (name === 'jpeg') return withParts(name, [segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif]))]);
  return withParts(name, [name === 'png' ? pngChunk('eXIf', exif) : webpChunk('EXIF', exif)]);
}
