/** How a picture has to be turned to stand upright, as in the EXIF tag of that name: 1 for not at all, to 8. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const PREFIX = Buffer.from('Exif\0\0', 'latin1');
const TAG = 0x0112;
const SHORT = 3;

/** The one thing in EXIF data (TIFF, with or without its prefix) that a picture needs to be shown. What cannot be read turns nothing, as in browsers. */
export function orientationIn(exif: Buffer): Orientation {
  const tiff = exif.subarray(0, 6).equals(PREFIX) ? exif.subarray(6) : exif;
  const order = tiff.subarray(0, 4).toString('latin1');
  if (tiff.length < 8 || (order !== 'II*\0' && order !== 'MM\0*')) return 1;
  const short = (at: number): number => (order === 'II*\0' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = order === 'II*\0' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return 1;
  for (let left = short(first), at = first + 2; left > 0 && at + 12 <= tiff.length; left -= 1, at += 12) {
    if (short(at) !== TAG) continue;
    const value = short(at + 8);
    return short(at + 2) === SHORT && value >= 1 && value <= 8 ? (value as Orientation) : 1;
  }
  return 1;
}

/** EXIF data that says this and nothing else: one directory with one entry. */
export const tiffThatTurns = (orientation: Orientation): Buffer => Buffer.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);

export const exifThatTurns = (orientation: Orientation): Buffer => Buffer.concat([PREFIX, tiffThatTurns(orientation)]);

/** From 5 on it lies on its side: what is wide is shown high. */
export const asShown = (width: number, height: number, orientation: Orientation): { width: number; height: number } => (orientation >= 5 ? { width: height, height: width } : { width, height });
